import Domain
import Foundation

extension Sentences {
    /// Why somebody of a group has no place: about places, and what to do.
    package func text(of reason: JointReason) -> String {
        switch reason {
        case .nothingFits: return say("Geen enkele plek past nu.", "No place fits now.")
        case .excluded(.contraIndication(let circumstance), let services):
            return say(
                "\(services == 1 ? "1 plek kan" : "\(services) plekken kunnen") "
                    + "nu geen opvang bieden bij: \(inline(circumstance)).",
                "\(places(services)) cannot offer shelter now in case of: \(inline(circumstance)).")
        case .excluded(let exclusion, let services):
            return say(
                "\(services == 1 ? "1 plek valt" : "\(services) plekken vallen") af: \(inline(exclusion.kind)).",
                "\(places(services)) \(services == 1 ? "drops" : "drop") out: \(inline(exclusion.kind)).")
        case .callFirst(let services):
            return doFit(services)
                + say(
                    ", maar we weten niet of daar nu plek is. Bel eerst.",
                    ", but we do not know whether there is room now. Call first.")
        case .full(let services):
            return doFit(services) + say(", maar daar is nu niet genoeg vrij.", ", but not enough is free there now.")
        case .later(let services):
            return say(
                "\(services == 1 ? "1 plek is" : "\(services) plekken zijn") voor later of voor als er niets anders is.",
                "\(places(services)) \(services == 1 ? "is" : "are") for later or for when there is nothing else.")
        case .helpWithoutBed(let services):
            return say(
                "Er is hulp zonder bed, op \(services == 1 ? "1 plek" : "\(services) plekken"). Die telt hier niet mee.",
                "There is help without a bed, at \(places(services)). That does not count here.")
        case .taken, .noCommonPlace, .tooFewTogether, .togetherWithUnplaced, .apart, .notAllCompared:
            return together(reason)
        }
    }

    private func together(_ reason: JointReason) -> String {
        switch reason {
        case .noCommonPlace:
            say(
                "Geen plek past bij iedereen die samen wil blijven.",
                "No place fits everyone who wants to stay together.")
        case .tooFewTogether(let needed):
            say(
                "Geen plek die past, heeft genoeg vrij voor iedereen samen. "
                    + "Er zijn ten minste \(needed) plekken nodig.",
                "No place that fits has enough free for everyone together. At least \(needed) places are needed.")
        case .togetherWithUnplaced:
            say(
                "Voor iemand die hierbij hoort, is geen plek. Samen blijven gaat voor.",
                "There is no place for someone who belongs to this. Staying together comes first.")
        case .apart:
            say(
                "Er is alleen plek waar ook iemand komt die op een andere plek moet zijn.",
                "The only room is where someone goes who has to be in another place.")
        case .notAllCompared:
            say(
                "Er was niet genoeg tijd om alles te vergelijken. Misschien kan het beter.",
                "There was not enough time to compare everything. Perhaps there is a better way.")
        case .taken, .nothingFits, .excluded, .callFirst, .full, .later, .helpWithoutBed:
            say(
                "Elke plek die past, gaat in deze verdeling naar anderen. Zo krijgen de meeste mensen een plek.",
                "Every place that fits goes to others in this division. That way most people get a place.")
        }
    }

    private func places(_ services: Int) -> String { services == 1 ? "1 place" : "\(services) places" }

    private func doFit(_ services: Int) -> String {
        services == 1
            ? say("1 plek past wel", "1 place does fit")
            : say("\(services) plekken passen wel", "\(services) places do fit")
    }
}
