import Domain
import Foundation

extension Sentences {
    /// Why somebody of a group has no place: about places, and what to do.
    package func text(of reason: JointReason) -> String {
        switch reason {
        case .nothingFits: return "Geen enkele plek past nu."
        case .excluded(.contraIndication(let circumstance), let services):
            let can = services == 1 ? "1 plek kan" : "\(services) plekken kunnen"
            return "\(can) nu geen opvang bieden bij: \(inline(circumstance))."
        case .excluded(let exclusion, let services):
            return services == 1
                ? "1 plek valt af: \(inline(exclusion.kind))."
                : "\(services) plekken vallen af: \(inline(exclusion.kind))."
        case .callFirst(let services):
            return services == 1
                ? "1 plek past wel, maar we weten niet of daar nu plek is. Bel eerst."
                : "\(services) plekken passen wel, maar we weten niet of daar nu plek is. Bel eerst."
        case .full(let services):
            return services == 1
                ? "1 plek past wel, maar daar is nu niet genoeg vrij."
                : "\(services) plekken passen wel, maar daar is nu niet genoeg vrij."
        case .later(let services):
            return services == 1
                ? "1 plek is voor later of voor als er niets anders is."
                : "\(services) plekken zijn voor later of voor als er niets anders is."
        case .helpWithoutBed(let services):
            return services == 1
                ? "Er is hulp zonder bed, op 1 plek. Die telt hier niet mee."
                : "Er is hulp zonder bed, op \(services) plekken. Die telt hier niet mee."
        case .taken:
            return "Elke plek die past, gaat in deze verdeling naar anderen. Zo krijgen de meeste mensen een plek."
        case .noCommonPlace: return "Geen plek past bij iedereen die samen wil blijven."
        case .tooFewTogether(let needed):
            return
                "Geen plek die past, heeft genoeg vrij voor iedereen samen. Er zijn ten minste \(needed) plekken nodig."
        case .togetherWithUnplaced: return "Voor iemand die hierbij hoort, is geen plek. Samen blijven gaat voor."
        case .apart: return "Er is alleen plek waar ook iemand komt die op een andere plek moet zijn."
        case .notAllCompared: return "Er was niet genoeg tijd om alles te vergelijken. Misschien kan het beter."
        }
    }
}
