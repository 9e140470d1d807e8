package import Domain
import Foundation

extension Sentences {
    /// What would open how much: "Zonder ‘rolstoel’ zouden 3 plekken passen, met nu 2 vrije bedden."
    package func text(of blocker: Blocker, for profile: Profile) -> String {
        let obstacles = blocker.exclusions.map { obstacle(of: $0, for: profile) }
        let opening = "\(capitalised(between(obstacles)))\(wouldFit(blocker.services))"
        guard blocker.freePlaces > 0 else { return opening + "." }
        let (beds, isOne) = (blocker.freePlaces, blocker.freePlaces == 1)
        // Two reasons and a count are too much for one sentence.
        if obstacles.count > 1 {
            return opening
                + say(
                    ". Daar \(isOne ? "is nu 1 bed" : "zijn nu \(beds) bedden") vrij.",
                    ". There \(isOne ? "is 1 bed" : "are \(beds) beds") free there now.")
        }
        return opening
            + say(
                ", met nu \(beds) \(isOne ? "vrij bed" : "vrije bedden").",
                ", with \(beds) \(isOne ? "bed" : "beds") free now.")
    }

    private func wouldFit(_ services: Int) -> String {
        services == 1
            ? say(" zou 1 plek passen", ", 1 place would fit")
            : say(" zouden \(services) plekken passen", ", \(services) places would fit")
    }

    /// What would have to be otherwise for one place, and what of the place itself would not change by that.
    package func text(of change: WhatWouldChange, for profile: Profile, at service: Service) -> String {
        let obstacles = change.facts.map { obstacle(of: $0, for: profile, at: service) }
        // All that is there before all that is missing, two in a sentence.
        let ordered = obstacles.filter { !$0.isMissing } + obstacles.filter(\.isMissing)
        let pairs = stride(from: 0, to: ordered.count, by: 2).map { between(Array(ordered[$0...].prefix(2))) }
        let changes = pairs.enumerated().map { index, pair in
            if index > 0 { return say("En ook \(pair).", "And also \(pair).") }
            return change.ownReasons.isEmpty
                ? say("Deze plek zou passen \(pair).", "This place would fit \(pair).")
                : say("Ook nodig: \(pair).", "Also needed: \(pair).")
        }
        guard !change.ownReasons.isEmpty else { return changes.joined(separator: " ") }
        let fixed = say("Dat verandert niet met andere antwoorden.", "Other answers do not change that.")
        return (change.ownReasons.map(text) + [fixed] + changes).joined(separator: " ")
    }

    package func text(of reason: WhatWouldChange.OwnReason) -> String {
        switch reason {
        case .ended: say("Deze plek is er niet meer.", "This place is no longer there.")
        case .neverAnAnswer:
            say(
                "Dit is geen plek waar de zoekhulp mensen plaatst.",
                "This is not a place where the search places people.")
        case .paused: say("Deze plek neemt nu niemand op.", "This place takes nobody in now.")
        case .noRoom: say("Deze plek heeft zelf geen bedden.", "This place has no beds of its own.")
        case .ownRules:
            say(
                "De regels van deze plek spreken elkaar tegen. Bel de plek.",
                "The rules of this place contradict each other. Call the place.")
        }
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
