import Domain
import Foundation
import Registry

/// What was asked in a few words each, for the summary above the answer, for print and for the person.
struct AskedWords: Sendable {
    let asked: Asked
    let call: PageCall

    private var profile: Profile { asked.profile }
    private var say: Words { call.say }

    /// One answer a line, most important first.
    var lines: [String] { who + safety + [when] + wishes + situation }

    private var who: [String] {
        let age = profile.age
        let gender = profile.gender == .unknown ? say("gender niet bekend", "gender not known") : label(profile.gender)
        let birthday = profile.turns18Within6Months ? [say("wordt bijna 18", "nearly 18")] : []
        return [say("\(age) jaar", "\(age) years")] + birthday + [gender] + household
    }

    private var household: [String] {
        guard let household = profile.household else { return children }
        let persons = asked.persons
        let count = household == .group ? [say("\(persons) personen", "\(persons) people")] : []
        return [label(household)] + count + children
    }

    private var children: [String] {
        guard let children = profile.children, !children.isEmpty else { return [] }
        let ages = children.map { child in
            switch child.gender {
            case .female: say("dochter van \(child.age)", "daughter of \(child.age)")
            case .male: say("zoon van \(child.age)", "son of \(child.age)")
            case .nonBinary, .unknown: say("kind van \(child.age)", "child of \(child.age)")
            }
        }
        return [ages.joined(separator: ", ")]
    }

    private var safety: [String] {
        let threat = label(profile.threat)
        let said =
            asked.isThreatGuessed
            ? say("dreiging niet bekend, gerekend met oranje", "threat not known, counted as orange")
            : say("dreiging \(threat)", "\(threat) threat")
        let areas =
            (profile.dangerAreas ?? []).map(name) + (asked.isInDangerAbroad ? [say("buitenland", "abroad")] : [])
        let danger: [String]
        if !areas.isEmpty {
            danger = [say("gevaar in ", "danger in ") + areas.joined(separator: ", ")]
        } else {
            danger = profile.dangerAreas == nil ? [] : [say("geen gevaargebied in Nederland", "no danger area here")]
        }
        let now = profile.currentMunicipality.flatMap { call.registry.geography.municipality($0)?.name }
        return [said] + danger + (now.map { [say("nu in \($0)", "now in \($0)")] } ?? []) + housing
    }

    private var housing: [String] {
        guard let housing = profile.housing, housing != .unknown else { return [] }
        return [label(housing)]
    }

    private var when: String {
        asked.isUrgencyGuessed
            ? say("moment niet bekend, gerekend met vandaag", "moment not known, counted as today")
            : label(profile.urgency)
    }

    /// What somebody wants and does not want, as it may be told to them.
    var wishes: [String] {
        profile.prefers.map { say("graag: ", "wanted: ") + words(for: $0) }
            + profile.mustNot.map { say("niet: ", "not: ") + words(for: $0) }
            + (profile.pet == true ? [say("huisdier moet mee", "a pet has to come along")] : [])
    }

    private var situation: [String] {
        let facts: [(Bool, String)] = [
            (profile.wheelchair == true, say("rolstoel", "wheelchair")),
            (profile.transgender == true, say("transgender", "transgender")),
            (profile.victimStatusUnclear, say("slachtofferschap nog niet duidelijk", "not yet clear if a victim")),
            (profile.foundByInspectorate, say("gevonden door de Arbeidsinspectie", "found by the Labour Inspectorate")),
            (profile.courtAuthorisation, say("machtiging van de rechter", "court authorisation")),
            (profile.onwardPlaceWanted, say("plek na een eerdere opvang", "place after an earlier shelter")),
        ]
        let residence = profile.residence.map { [label($0)] } ?? []
        let forms = ExploitationForm.allCases.filter { profile.exploitationForms?.contains($0) ?? false }.map(label)
        let circumstances = Circumstance.allCases.filter(profile.circumstances.contains).map(label)
        let languages = profile.languages.map { code in
            say("taal: ", "language: ") + (SpokenLanguage.name(code, in: call.language) ?? code)
        }
        return residence + forms + circumstances + facts.filter(\.0).map(\.1) + languages
    }

    private func words(for wish: Wish) -> String {
        switch wish {
        case .province(let province): call.label(province)
        case .shelterKind(let kind): label(kind)
        case .restriction(let restriction): label(restriction)
        case .securityLevel(let level): label(level)
        case .service(let id): call.registry.service(id).map(Outcome.name) ?? id.rawValue
        }
    }

    func name(of area: Area) -> String {
        switch area {
        case .province(let province): call.label(province)
        case .municipality(let code): call.registry.geography.municipality(code)?.name ?? code.rawValue
        }
    }

    /// Inside a line: without its capital, unless it is an abbreviation or a name.
    private func label<Kind: Code>(_ code: Kind) -> String {
        let label = call.label(code)
        let second = label.dropFirst().first
        guard let first = label.first, !(second?.isUppercase ?? false) else { return label }
        return first.lowercased() + label.dropFirst()
    }
}
