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
                say(
                    "Staat lager, omdat deze plek in een latere groep staat: ‘\(label(lower.section))’.",
                    "Stands lower, because this place is in a later section: ‘\(label(lower.section))’.")
            case .key(let key): self.text(of: key, lower, upper)
            case .scarcity:
                say(
                    "Staat lager, omdat meer anderen alleen op deze plek terechtkunnen.",
                    "Stands lower, because more other people can only go to this place.")
            case .id:
                say(
                    "Staat lager, omdat de lijst een vaste volgorde heeft. Verder zijn deze plekken gelijk.",
                    "Stands lower, because the list has a fixed order. Otherwise these places are equal.")
            }
        return OrderNote(key: decided.code, text: text)
    }

    private func text(of key: ReasonKey, _ lower: Placement, _ upper: Placement) -> String {
        switch key {
        case .safety:
            say(
                "Staat lager, omdat hier eerst overleg over de veiligheid nodig is.",
                "Stands lower, because safety has to be talked over first here.")
        case .conditions:
            say(
                "Staat lager, omdat hier meer te overleggen is: "
                    + "\(lower.keys.conditions) in plaats van \(upper.keys.conditions).",
                "Stands lower, because there is more to talk over here: "
                    + "\(lower.keys.conditions) instead of \(upper.keys.conditions).")
        case .wishes:
            say(
                "Staat lager, omdat hier minder wensen uitkomen: "
                    + "\(-lower.keys.wishes) in plaats van \(-upper.keys.wishes).",
                "Stands lower, because fewer wishes come true here: "
                    + "\(-lower.keys.wishes) instead of \(-upper.keys.wishes).")
        case .continuity:
            say(
                "Staat lager, omdat de hulp hier niet doorloopt van voor tot na 18 jaar.",
                "Stands lower, because the help here does not go on from before to after 18 years.")
        case .leastRestrictive:
            say(
                "Staat lager, omdat iemand hier minder vrij is: \(inline(lower.service.effectiveRestriction)).",
                "Stands lower, because people are less free here: \(inline(lower.service.effectiveRestriction)).")
        case .specialisation:
            say(
                "Staat lager, omdat deze plek minder ervaring of aanbod heeft dat hierbij past.",
                "Stands lower, because this place has less experience or help that suits this.")
        case .region:
            say(
                "Staat lager, omdat deze plek niet in de eigen provincie ligt.",
                "Stands lower, because this place is not in the person’s own province.")
        case .overSecurity:
            say(
                "Staat lager, omdat deze plek zwaarder beveiligd is.",
                "Stands lower, because this place has heavier security.")
        case .wait: wait(lower)
        case .freshness:
            lower.keys.freshness == .max
                ? say(
                    "Staat lager, omdat niet bekend is wanneer het aantal hier is bevestigd.",
                    "Stands lower, because it is not known when the count here was confirmed.")
                : say(
                    "Staat lager, omdat het aantal hier langer geleden is bevestigd.",
                    "Stands lower, because the count here was confirmed longer ago.")
        }
    }

    /// A count that cannot be relied on is not told as if it could (feature F07).
    private func wait(_ lower: Placement) -> String {
        if lower.keys.wait == .max {
            return say(
                "Staat lager, omdat niet bekend is wanneer hier plek komt.",
                "Stands lower, because it is not known when there will be a place here.")
        }
        return lower.assessment.availability.freshness.isReliable
            ? say(
                "Staat lager, omdat het hier langer duurt tot er plek is.",
                "Stands lower, because it takes longer here until there is a place.")
            : say(
                "Staat lager, omdat het hier langer duurt, volgens een oude opgave.",
                "Stands lower, because it takes longer here, according to an old statement.")
    }
}
