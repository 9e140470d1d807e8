import Domain
import Foundation
import Hypertext

/// What is told of a service, in words of one language (screens S2 and S3). Made from a ``ServiceView``, so that it
/// cannot tell more than who looks may see.
struct ServiceWords: Sendable {
    let view: ServiceView
    let codes: CodeLists
    let map: Geography
    let language: Language
    /// Whether the organisation has another service of the same name, elsewhere.
    var isOneOfMore = false

    var say: Words { Words(language: language) }

    private func label<Kind: Code>(_ code: Kind) -> String { codes.label(code, in: language) }

    // MARK: What it is

    /// The name with that of its organisation: what a link to it says, and no other link.
    var fullName: String {
        let name = "\(view.organizationName) – \(view.name)"
        return isOneOfMore ? "\(name), \(map.province(view.province)?.name ?? view.province.rawValue)" : name
    }

    /// The kind of place, or that it is help without one.
    var kind: String { view.shelterKind.map(label) ?? say("Hulp zonder verblijf", "Help without a bed") }

    var help: [String] { view.helpKinds.map(label) }

    /// What must be known of it first, as badges: kind, reach, security, state.
    var badges: [HTML] {
        var badges: [HTML] = [.badge(kind)]
        if view.status != .active { badges.append(.badge(label(view.status), .stop, sign: "▮")) }
        if view.reach == .national { badges.append(.badge(say("Landelijk", "National"))) }
        switch view.securityLevel {
        case .secret:
            badges.append(
                .badge(
                    say("Adres geheim – plaatsing via de instelling", "Secret address – placement by the organisation"))
            )
        case .sheltered: badges.append(.badge(label(SecurityLevel.sheltered)))
        case .openVisible, .some(SecurityLevel.none), nil: break
        }
        if view.livedExperience == true {
            badges.append(.badge(say("Met ervaringsdeskundigen", "With experts by experience")))
        }
        return badges
    }

    var admission: AdmissionSentence { AdmissionSentence(of: view, codes: codes, language: language) }

    // MARK: How to register

    /// The ways to register: "Rechtstreeks" or "Via CoMensha of via de gemeente"; `nil` where none was stated.
    var routes: String? {
        let words = (view.referral?.routes ?? []).map(label)
        guard let first = words.first else { return nil }
        return say.listing([first] + words.dropFirst().map(lowered), or: true)
    }

    /// How fast there is an answer.
    var decision: String? {
        view.referral?.decisionWithinHours.map { hours in
            switch hours {
            case 0: say("Meteen.", "At once.")
            case 1: say("Binnen 1 uur.", "Within 1 hour.")
            case let hours where hours % 24 == 0 && hours > 24:
                say("Binnen \(hours / 24) dagen.", "Within \(hours / 24) days.")
            default: say("Binnen \(hours) uur.", "Within \(hours) hours.")
            }
        }
    }

    /// When somebody can come in.
    var intake: String? {
        view.referral?.intakeAroundTheClock.map { isAlways in
            isAlways
                ? say("Dag en nacht.", "Day and night.")
                : say("Niet dag en nacht. Vraag naar de tijden.", "Not day and night. Ask for the hours.")
        }
    }

    // MARK: How long

    /// How long somebody can stay; empty where nothing was stated.
    var stay: [String] {
        guard let stay = view.stay else { return [] }
        let usual = stay.usualDays.map { say("Meestal \(days($0)).", "Usually \(days($0)).") }
        let least = stay.minimumDays.flatMap { count in
            count > 0 ? say("Ten minste \(days(count)).", "At least \(days(count)).") : nil
        }
        let most = stay.maximumDays.map { say("Hoogstens \(days($0)).", "At most \(days($0)).") }
        let longer = stay.extensible.map { isLonger in
            isLonger
                ? say("Langer kan in overleg.", "Longer is possible after consultation.")
                : say("Langer kan niet.", "Longer is not possible.")
        }
        return [usual, least, most, longer].compactMap { $0 }
    }

    /// The stated waiting time with its day; `nil` where none was stated.
    var waiting: String? {
        guard let waiting = view.waiting else { return nil }
        let time =
            waiting.days == 0
            ? say("Geen wachttijd", "No waiting time")
            : say("Wachttijd ongeveer \(days(waiting.days))", "Waiting time about \(days(waiting.days))")
        let stated = waiting.statedOn.map { " (\(say("opgave van", "stated on")) \(DutchTime.day($0, in: language)))" }
        return time + (stated ?? "") + "."
    }

    var aftercare: String? {
        switch view.aftercare {
        case .yes: say("Ja, er is nazorg.", "Yes, there is aftercare.")
        case .no: say("Nee, er is geen nazorg.", "No, there is no aftercare.")
        case .unknown, nil: nil
        }
    }

    /// Days as people say them: `10 dagen`, `6 weken`, `ongeveer 3 maanden`.
    func days(_ count: Int) -> String {
        switch count {
        case 1: say("1 dag", "1 day")
        case ..<21: say("\(count) dagen", "\(count) days")
        case ..<84:
            count % 7 == 0 ? say("\(count / 7) weken", "\(count / 7) weeks") : say("\(count) dagen", "\(count) days")
        default: months(Int((Double(count) / 30.4).rounded()))
        }
    }

    private func months(_ count: Int) -> String {
        guard count >= 24, count % 12 == 0 else { return say("\(count) maanden", "\(count) months") }
        return say("\(count / 12) jaar", "\(count / 12) years")
    }

    // MARK: Who pays, and where

    /// Who pays and for how long; `nil` where nothing was stated.
    var funding: String? {
        let sources = view.funding.map(label)
        let term = view.fundingTerm.map { lowered(label($0)) }
        let end = view.fundingEndsOn.map { say("tot", "until") + " " + DutchTime.day($0, in: language) }
        let rest = [term, end].compactMap { $0 }.joined(separator: ", ")
        guard !sources.isEmpty || !rest.isEmpty else { return nil }
        return [say.listing(sources), rest].filter { !$0.isEmpty }.joined(separator: ": ") + "."
    }

    /// The municipality, as far as it may be known, and the province.
    var location: String {
        let province = map.province(view.province)?.name ?? view.province.rawValue
        return view.municipality.flatMap { map.municipality($0)?.name }.map { "\($0), \(province)" } ?? province
    }

    /// From where people may come; `nil` where it was not stated.
    var area: HTML? {
        guard let reach = view.reach else { return nil }
        guard reach != .national else {
            return .text(
                say(
                    "Landelijk: ook voor mensen uit andere provincies.",
                    "National: also for people from other provinces."))
        }
        let names = areaNames
        guard names.count > Self.mostInASentence else {
            let places = names.isEmpty ? map.province(view.province)?.name ?? "" : say.listing(names)
            return .text(say("Voor mensen uit \(places).", "For people from \(places)."))
        }
        return .joined([
            .text(say("Voor mensen uit:", "For people from:")), .list(names.map { .text($0) }, class: "ok-columns"),
        ])
    }

    private static let mostInASentence = 4

    private var areaNames: [String] {
        (view.serviceArea ?? []).compactMap { area in
            switch area {
            case .province(let code): map.province(code)?.name
            case .municipality(let code): map.municipality(code)?.name
            }
        }
    }

    private func lowered(_ label: String) -> String {
        guard let first = label.first, !(label.dropFirst().first?.isUppercase ?? false) else { return label }
        return first.lowercased() + label.dropFirst()
    }
}
