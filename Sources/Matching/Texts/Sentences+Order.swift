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
        } else if let key = one.keys.firstDifference(from: other.keys) {
            self = .key(key)
        } else {
            let counts = scarcity?.decides(between: one.service.id, and: other.service.id) ?? false
            self = counts ? .scarcity : .id
        }
    }
}

extension RankingKeys {
    /// The first key that differs, in their order; `nil` where only the ids do.
    func firstDifference(from other: RankingKeys) -> ReasonKey? {
        if safety != other.safety { return .safety }
        if conditions != other.conditions { return .conditions }
        if wishes != other.wishes { return .wishes }
        if continuity != other.continuity { return .continuity }
        if restriction != other.restriction { return .leastRestrictive }
        if specialisation != other.specialisation { return .specialisation }
        if region != other.region { return .region }
        if overSecurity != other.overSecurity { return .overSecurity }
        if wait != other.wait { return .wait }
        return freshness != other.freshness ? .freshness : nil
    }
}

extension Sentences {
    /// Why `lower` stands below `upper`. Every search says it of every place, so the sentences stand here whole.
    /// - Parameter scarcity: of the search that placed them.
    package func whyLower(_ lower: Placement, than upper: Placement, scarcity: Scarcity? = nil) -> OrderNote {
        let decided = DecidingKey(between: lower, and: upper, scarcity: scarcity)
        let text =
            switch decided {
            case .section:
                "Staat lager, omdat deze plek in een latere groep staat: ‘\(codes.label(lower.section))’."
            case .key(let key): self.text(of: key, lower, upper)
            case .scarcity: "Staat lager, omdat meer anderen alleen op deze plek terechtkunnen."
            case .id: "Staat lager, omdat de lijst een vaste volgorde heeft. Verder zijn deze plekken gelijk."
            }
        return OrderNote(key: decided.code, text: text)
    }

    private func text(of key: ReasonKey, _ lower: Placement, _ upper: Placement) -> String {
        switch key {
        case .safety: "Staat lager, omdat hier eerst overleg over de veiligheid nodig is."
        case .conditions:
            "Staat lager, omdat hier meer te overleggen is: \(lower.keys.conditions) in plaats van \(upper.keys.conditions)."
        case .wishes:
            "Staat lager, omdat hier minder wensen uitkomen: \(-lower.keys.wishes) in plaats van \(-upper.keys.wishes)."
        case .continuity: "Staat lager, omdat de hulp hier niet doorloopt van voor tot na 18 jaar."
        case .leastRestrictive:
            "Staat lager, omdat iemand hier minder vrij is: \(inline(lower.service.effectiveRestriction))."
        case .specialisation: "Staat lager, omdat deze plek minder ervaring of aanbod heeft dat hierbij past."
        case .region: "Staat lager, omdat deze plek niet in de eigen provincie ligt."
        case .overSecurity: "Staat lager, omdat deze plek zwaarder beveiligd is."
        case .wait: wait(lower)
        case .freshness:
            lower.keys.freshness == .max
                ? "Staat lager, omdat niet bekend is wanneer het aantal hier is bevestigd."
                : "Staat lager, omdat het aantal hier langer geleden is bevestigd."
        }
    }

    /// A count that cannot be relied on is not told as if it could (feature F07).
    private func wait(_ lower: Placement) -> String {
        if lower.keys.wait == .max { return "Staat lager, omdat niet bekend is wanneer hier plek komt." }
        return lower.assessment.availability.freshness.isReliable
            ? "Staat lager, omdat het hier langer duurt tot er plek is."
            : "Staat lager, omdat het hier langer duurt, volgens een oude opgave."
    }
}
