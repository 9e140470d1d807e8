import Domain
import Matching
import TestTools

/// A map, some places and some people, all from one seed. Even seeds give places that take in more people.
struct RandomCase {
    let map: RandomMap
    var drafts: [PlaceDraft] = []
    var profiles: [Profile] = []
    /// For what a test wants to draw after that.
    var random: SeededGenerator

    init(seed: UInt64, places: Int, people: Int) {
        random = SeededGenerator(seed: seed)
        map = RandomMap(using: &random)
        for number in 0..<places {
            // Not in the order of the alphabet, so that ties show who decides.
            var draft = PlaceDraft.random("plek-\(number * 7 % 10)-\(number)", on: map, using: &random)
            if seed.isMultiple(of: 2) { draft.soften(using: &random) }
            drafts.append(draft)
        }
        for _ in 0..<people { profiles.append(.random(on: map, wishing: drafts.map(\.id), using: &random)) }
    }

    var places: [Place] { drafts.map(\.place) }
    var matcher: BothForms { TestMap.matcher(on: map.geography) }
}
