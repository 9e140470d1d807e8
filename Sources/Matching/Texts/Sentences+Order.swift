package import Domain
import Foundation

/// Why one placement stands below another: the first key that differs, as a code and in words.
package struct OrderNote: Hashable, Sendable {
    /// A ``ReasonKey``, or `section`, `scarcity`, `id`.
    package let key: String
    package let text: String

    package init(key: String, text: String) {
        (self.key, self.text) = (key, text)
    }
}

/// What decided between two placements (domain section 5).
package enum DecidingKey: Hashable, Sendable {
    case section
    case key(ReasonKey)
    /// How many others only this place could take; only where that was asked to count.
    case scarcity
    /// Nothing but the fixed order of the list.
    case id

    package var code: String {
        switch self {
        case .section: "section"
        case .key(let key): key.rawValue
        case .scarcity: "scarcity"
        case .id: "id"
        }
    }

    /// The first difference between two placements, whichever stands higher.
    package init(between one: Placement, and other: Placement, scarcity: Scarcity? = nil) {
        if one.section != other.section {
            self = .section
        } else if let key = ReasonKey.inOrder.first(where: { one.keys[$0] != other.keys[$0] }) {
            self = .key(key)
        } else {
            let counts = scarcity?.decides(between: one.service.id, and: other.service.id) ?? false
            self = counts ? .scarcity : .id
        }
    }
}

extension RankingKeys {
    /// The value that orders by `key`; less is better.
    package subscript(_ key: ReasonKey) -> Int {
        switch key {
        case .safety: safety
        case .conditions: conditions
        case .wishes: wishes
        case .continuity: continuity
        case .leastRestrictive: restriction
        case .specialisation: specialisation
        case .region: region
        case .overSecurity: overSecurity
        case .wait: wait
        case .freshness: freshness
        }
    }
}

extension Sentences {
    /// Why `lower` stands below `upper`.
    /// - Parameter scarcity: of the search that placed them.
    package func whyLower(_ lower: Placement, than upper: Placement, scarcity: Scarcity? = nil) -> OrderNote {
        let decided = DecidingKey(between: lower, and: upper, scarcity: scarcity)
        let because =
            switch decided {
            case .section: "deze plek in een latere groep staat: ‘\(codes.label(lower.section))’"
            case .key(let key): words(for: key, lower, upper)
            case .scarcity: "meer anderen alleen op deze plek terechtkunnen"
            case .id: "de lijst een vaste volgorde heeft. Verder zijn deze plekken gelijk"
            }
        return OrderNote(key: decided.code, text: "Staat lager, omdat \(because).")
    }

    private func words(for key: ReasonKey, _ lower: Placement, _ upper: Placement) -> String {
        switch key {
        case .safety: return "hier eerst overleg over de veiligheid nodig is"
        case .conditions:
            return "hier meer te overleggen is: \(lower.keys.conditions) in plaats van \(upper.keys.conditions)"
        case .wishes:
            return "hier minder wensen uitkomen: \(-lower.keys.wishes) in plaats van \(-upper.keys.wishes)"
        case .continuity: return "de hulp hier niet doorloopt van voor tot na 18 jaar"
        case .leastRestrictive: return "iemand hier minder vrij is: \(inline(lower.service.effectiveRestriction))"
        case .specialisation: return "deze plek minder ervaring of aanbod heeft dat hierbij past"
        case .region: return "deze plek niet in de eigen provincie ligt"
        case .overSecurity: return "deze plek zwaarder beveiligd is"
        case .wait: return wait(lower)
        case .freshness:
            return lower.keys.freshness == .max
                ? "niet bekend is wanneer het aantal hier is bevestigd" : "het aantal hier langer geleden is bevestigd"
        }
    }

    /// A count that cannot be relied on is not told as if it could (feature F07).
    private func wait(_ lower: Placement) -> String {
        if lower.keys.wait == .max { return "niet bekend is wanneer hier plek komt" }
        let isReliable = lower.assessment.availability.freshness.isReliable
        return isReliable ? "het hier langer duurt tot er plek is" : "het hier langer duurt, volgens een oude opgave"
    }
}
