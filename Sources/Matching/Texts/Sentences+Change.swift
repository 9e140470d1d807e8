package import Domain
import Foundation

extension Sentences {
    /// What would open how much: "Zonder ‘rolstoel’ zouden 3 plekken passen, met nu 2 vrije bedden."
    package func text(of blocker: Blocker, for profile: Profile) -> String {
        let obstacles = blocker.exclusions.map { obstacle(of: $0, for: profile) }
        let places = blocker.services == 1 ? "zou 1 plek passen" : "zouden \(blocker.services) plekken passen"
        let opening = "\(capitalised(between(obstacles))) \(places)"
        guard blocker.freePlaces > 0 else { return opening + "." }
        // Two reasons and a count are too much for one sentence.
        if obstacles.count > 1 {
            let free = blocker.freePlaces == 1 ? "is nu 1 bed" : "zijn nu \(blocker.freePlaces) bedden"
            return "\(opening). Daar \(free) vrij."
        }
        return opening + ", met nu \(blocker.freePlaces) \(blocker.freePlaces == 1 ? "vrij bed" : "vrije bedden")."
    }

    /// What would have to be otherwise for one place, and what of the place itself would not change by that.
    package func text(of change: WhatWouldChange, for profile: Profile, at service: Service) -> String {
        let obstacles = change.facts.map { obstacle(of: $0, for: profile, at: service) }
        // All that is there before all that is missing, two in a sentence.
        let ordered = obstacles.filter { !$0.isMissing } + obstacles.filter(\.isMissing)
        let pairs = stride(from: 0, to: ordered.count, by: 2).map { between(Array(ordered[$0...].prefix(2))) }
        let changes = pairs.enumerated().map { index, pair in
            index > 0
                ? "En ook \(pair)."
                : change.ownReasons.isEmpty ? "Deze plek zou passen \(pair)." : "Ook nodig: \(pair)."
        }
        guard !change.ownReasons.isEmpty else { return changes.joined(separator: " ") }
        let own = change.ownReasons.map(text) + ["Dat verandert niet met andere antwoorden."]
        return (own + changes).joined(separator: " ")
    }

    package func text(of reason: WhatWouldChange.OwnReason) -> String {
        switch reason {
        case .ended: "Deze plek is er niet meer."
        case .neverAnAnswer: "Dit is geen plek waar de zoekhulp mensen plaatst."
        case .paused: "Deze plek neemt nu niemand op."
        case .noRoom: "Deze plek heeft zelf geen bedden."
        case .ownRules: "De regels van deze plek spreken elkaar tegen. Bel de plek."
        }
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
