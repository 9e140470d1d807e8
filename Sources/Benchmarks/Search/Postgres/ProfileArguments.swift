import Domain
import Foundation

/// A profile as the arguments of the function, worked out as far as it goes without a service.
struct ProfileArguments {
    /// Names, and values without quotes; `nil` for NULL.
    private let list: [(name: String, value: String?)]

    init(_ profile: Profile, on map: Geography) {
        let danger = AreaColumns(profile.dangerAreas ?? [], on: map)
        let sons = profile.children?.filter { $0.gender == .male }.map(\.age)
        let home = profile.currentMunicipality.flatMap { map.municipality($0)?.province } ?? profile.currentProvince
        var list: [(name: String, value: String?)] = []
        func int(_ name: String, _ value: Int?) { list.append((name, value.map(String.init))) }
        func bool(_ name: String, _ value: Bool?) { list.append((name, value.map(String.init))) }
        func array(_ name: String, _ values: [some CustomStringConvertible]) {
            list.append((name, "{\(values.map(\.description).joined(separator: ","))}"))
        }
        func wishes(_ prefix: String, _ wishes: [Wish]) {
            func bits<Kind: Code>(_ name: String, _ code: (Wish) -> Kind?) {
                int("\(prefix)_\(name)", CodeMask.bits(wishes.compactMap(code)))
            }
            bits("provinces") { if case .province(let province) = $0 { province } else { nil } }
            bits("kinds") { if case .shelterKind(let kind) = $0 { kind } else { nil } }
            bits("freedoms") { if case .restriction(let restriction) = $0 { restriction } else { nil } }
            bits("levels") { if case .securityLevel(let level) = $0 { level } else { nil } }
            array(
                "\(prefix)_services", wishes.compactMap { if case .service(let id) = $0 { id.rawValue } else { nil } })
        }
        int("age", profile.age)
        int("gender", CodeMask.number(profile.gender))
        bool("transgender", profile.transgender ?? false)
        bool("turns_18", profile.turns18Within6Months)
        int("household", profile.household.map(CodeMask.number))
        int("needed_beds", profile.placesNeeded(of: .bed))
        int("needed_units", profile.placesNeeded(of: .unit))
        bool("children_known", profile.children != nil)
        int("oldest_son", sons?.max())
        int("residence", profile.residence.map(CodeMask.number))
        int("forms", CodeMask.bits(profile.knownForms))
        int("circumstances", CodeMask.bits(profile.circumstances))
        int("ruled_out", CodeMask.bits(profile.circumstancesRuledOut))
        int("targets", CodeMask.bits(Self.targets(of: profile)))
        int("threat", CodeMask.number(profile.threat))
        int("required", profile.threat.neededSecurity.strength)
        int("horizon", profile.urgency.horizonDays)
        bool("danger_known", profile.dangerAreas != nil)
        int("danger_provinces", danger.provinces)
        int("danger_touched", danger.touched)
        array("danger_municipalities", danger.municipalities)
        int("here", profile.currentMunicipality.map(AreaColumns.number))
        int("home", home.map(CodeMask.bit))
        bool("safe_home", profile.housing == .safeOwnPlace)
        bool("wheelchair", profile.wheelchair)
        bool("pet", profile.pet)
        bool("unclear", profile.victimStatusUnclear)
        bool("inspected", profile.foundByInspectorate)
        bool("authorised", profile.courtAuthorisation)
        bool("onward", profile.onwardPlaceWanted)
        wishes("wanted", profile.prefers)
        wishes("refused", profile.mustNot)
        self.list = list
    }

    /// `age => 24, …`, with `now` as SQL that gives a moment.
    func call(at now: String) -> String {
        let arguments = list.map { "\($0.name) => \($0.value.map { "'\($0)'" } ?? "NULL")" }
        return "SELECT * FROM search(moment => \(now), \(arguments.joined(separator: ", ")))"
    }

    /// What the person is a special target of (domain section 5, "Exact values").
    private static func targets(of profile: Profile) -> [SpecialTarget] {
        var targets: [SpecialTarget] = []
        if profile.gender == .male { targets.append(profile.age < 18 ? .boys : .men) }
        if profile.gender == .female, profile.age < 18 { targets.append(.girls) }
        if profile.knownForms.contains(.labour) { targets.append(.labour) }
        if profile.household == .couple || profile.household == .family { targets.append(.family) }
        if profile.residence == .reflectionPeriod { targets.append(.reflectionPeriod) }
        if profile.residence == .unaccompaniedMinor { targets.append(.unaccompaniedMinor) }
        return targets
    }
}

extension ThreatLevel {
    /// Contract section 4, "Safety".
    fileprivate var neededSecurity: SecurityLevel {
        switch self {
        case .green: SecurityLevel.none
        case .orange: .openVisible
        case .red: .secret
        }
    }
}
