import Domain
import Foundation
import Hypertext
import Matching
import Registry

/// One place in words for who may go there: what kind, who lives there, what is possible, how long, who helps.
struct OverviewPlace: Sendable {
    let call: PageCall
    let placement: Placement
    let number: Int

    private var say: Words { call.say }
    private var view: ServiceView { call.view(of: placement.service) }

    func html() -> HTML {
        .element(
            "li", ["class": "ok-group ok-for-you"],
            .heading(2, say("Plek \(number): \(name)", "Place \(number): \(name)")),
            .facts([
                (say("Wat is het?", "What is it?"), .text(kind)),
                (say("Wie wonen er?", "Who lives there?"), .text(who)),
                (say("Wat kan er?", "What is possible?"), .list(possible.map { .text($0) })),
                (say("Hoe lang?", "How long?"), .text(stay)),
                (say("Wie helpt u?", "Who helps you?"), .list(help.map { .text($0) })),
            ]))
    }

    /// The name of a secret place says too much on paper that somebody may lose.
    private var name: String {
        let kind = view.shelterKind.map { call.label($0) } ?? say("Hulp zonder verblijf", "Help without a bed")
        switch view.securityLevel ?? SecurityLevel.none {
        case .secret: return say("een geheime plek", "a secret place")
        case .sheltered: return kind.prefix(1).lowercased() + kind.dropFirst()
        case .openVisible, .none: return view.organizationName
        }
    }

    private var kind: String {
        let definition = view.shelterKind.flatMap { call.registry.codeLists.entry($0)?.definition[call.language] }
        let secret =
            view.securityLevel == .secret
            ? say(
                " Het adres is geheim. Alleen de opvang vertelt u de route.",
                " The address is secret. Only the shelter tells you the way.") : ""
        let plain = say("Hulp op de plek waar u nu woont.", "Help where you live now.")
        return (definition ?? plain) + secret
    }

    private var who: String {
        var words: [String] = []
        for gender in view.admission.genders ?? [] {
            switch gender {
            case .female: words.append(say("vrouwen", "women"))
            case .male: words.append(say("mannen", "men"))
            case .nonBinary: words.append(say("non-binaire mensen", "non-binary people"))
            case .unknown: break
            }
        }
        if view.admission.households?.contains(.withChildren) ?? false { words.append(say("kinderen", "children")) }
        guard !words.isEmpty else { return say("Vraag dit aan de opvang.", "Ask the shelter.") }
        let list = words.joined(separator: ", ")
        return list.prefix(1).uppercased() + list.dropFirst() + "."
    }

    private var possible: [String] {
        var lines: [String] = []
        switch view.restriction ?? (view.shelterKind == nil ? .ambulatory : .open) {
        case .ambulatory, .open: lines.append(say("U mag komen en gaan.", "You are free to come and go."))
        case .semiOpen:
            lines.append(say("Er zijn afspraken over naar buiten gaan.", "There are agreements about going out."))
        case .closed: lines.append(say("U mag niet zelf naar buiten.", "You may not go out on your own."))
        }
        switch view.admission.pets {
        case .yes?: lines.append(say("Uw huisdier mag mee.", "Your pet may come along."))
        case .foster?: lines.append(say("Uw huisdier kan naar een gastgezin.", "Your pet can go to a host family."))
        case .no?: lines.append(say("Uw huisdier kan niet mee.", "Your pet cannot come along."))
        case nil: break
        }
        let languages = view.languages.compactMap { SpokenLanguage.name($0, in: call.language) }
        if !languages.isEmpty {
            lines.append(say("Zij spreken: ", "They speak: ") + languages.joined(separator: ", ") + ".")
        }
        if view.interpreter == true { lines.append(say("Er kan een tolk bij zijn.", "There can be an interpreter.")) }
        let ask = say("Vraag zelf naar: school, telefoon, bezoek", "Ask yourself about: school, telephone, visitors")
        lines.append(ask + (view.admission.pets == nil ? say(" en huisdier.", " and pets.") : "."))
        return lines
    }

    private var stay: String {
        StayWords(say: say).text(view.stay).map { $0 + "." } ?? say("Vraag dit aan de opvang.", "Ask the shelter.")
    }

    /// Safety, residence, report to the police: here, or by the co-ordinator.
    private var help: [String] {
        let topics: [(String, Set<HelpKind>)] = [
            (say("Veiligheid", "Safety"), [.safetyPlanning]),
            (say("Verblijf", "Residence"), [.residenceSupport, .legalAssistance]),
            (say("Aangifte", "Report to the police"), [.criminalProcedureSupport, .victimSupport]),
        ]
        return topics.map { title, kinds in
            kinds.isDisjoint(with: view.helpKinds)
                ? say("\(title): de zorgcoördinator zoekt wie u helpt.", "\(title): the care co-ordinator finds help.")
                : say("\(title): de opvang helpt u.", "\(title): the shelter helps you.")
        }
    }
}
