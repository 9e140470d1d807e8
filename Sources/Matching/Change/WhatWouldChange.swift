package import Domain
package import Foundation

/// What stands between a person and a place that does not fit: the smallest set of facts of the profile without which
/// it would, and what of the place itself nothing in the profile changes.
///
/// The readable rules are the door. A fact is lifted by giving it the value that stands least in the way, so that
/// lifting more never opens less; what no set can do without is found first, and the few facts that are left are tried
/// by the size of their sets. Of several smallest sets the first in the order of the facts is taken.
package struct WhatWouldChange: Hashable, Sendable {
    /// In the order of the rules; empty where only the place itself stands between.
    package let facts: [ProfileFact]
    /// In the order of the cases.
    package let ownReasons: [OwnReason]

    /// What is the place's own.
    package enum OwnReason: String, CaseIterable, Hashable, Sendable {
        case ended
        /// Help that a search never answers with, such as a hotel or an interpreter.
        case neverAnAnswer = "never_an_answer"
        case paused
        /// It has no places at all.
        case noRoom = "no_room"
        /// Its rules let nobody in, whoever it is.
        case ownRules = "own_rules"
    }

    /// Of a place that is not there any more.
    package static let ended = WhatWouldChange(facts: [], ownReasons: [.ended])

    private init(facts: [ProfileFact], ownReasons: [OwnReason]) {
        (self.facts, self.ownReasons) = (facts, ownReasons)
    }

    /// - Returns: `nil` where the place is not excluded.
    package init?(for profile: Profile, at place: Place, on map: Geography, now: Date) {
        let service = place.service
        guard Place.takesPart(service) else {
            (facts, ownReasons) = ([], [service.status == .ended ? .ended : .neverAnAnswer])
            return
        }
        let door = Doorkeeper(place: place, map: map, now: now)
        guard !door.admits(profile) else { return nil }
        var profile = profile
        profile.dangerAreas = profile.dangerAreas.map { Array(Set($0)) }
        let relevant = ProfileFact.relevant(
            to: door.exclusions(of: profile), of: profile, at: service, on: map)
        let left = door.exclusions(of: profile.lifting(relevant, at: service, on: map))
        ownReasons = Self.ownReasons(left)
        facts = Self.smallest(among: relevant) { facts in
            door.admits(profile.lifting(facts, at: service, on: map), apartFrom: Set(left))
        }
    }

    private static func ownReasons(_ left: [Exclusion]) -> [OwnReason] {
        let reasons = left.map { exclusion -> OwnReason in
            exclusion == .paused ? .paused : exclusion == .capacityTooSmall ? .noRoom : .ownRules
        }
        return OwnReason.allCases.filter(reasons.contains)
    }

    /// The first smallest part of `all` that `opens`, which the whole of it does.
    private static func smallest(
        among all: [ProfileFact], opens: ([ProfileFact]) -> Bool
    ) -> [ProfileFact] {
        let needed = all.filter { fact in !opens(all.filter { $0 != fact }) }
        let others = all.filter { !needed.contains($0) }
        for size in 0...others.count {
            if let chosen = others.firstPart(of: size, where: { opens(needed + $0) }) {
                return all.filter { needed.contains($0) || chosen.contains($0) }
            }
        }
        return all
    }
}

/// Whether one place takes somebody, by the readable rules.
private struct Doorkeeper {
    let place: Place
    let map: Geography
    let now: Date

    private func assessment(of profile: Profile) -> Assessment {
        Assessment(of: place, for: profile, on: map, at: now)
    }

    func exclusions(of profile: Profile) -> [Exclusion] { Array(assessment(of: profile).exclusions) }

    func admits(_ profile: Profile, apartFrom own: Set<Exclusion> = []) -> Bool {
        let assessment = assessment(of: profile)
        return assessment.section(for: profile) != nil || assessment.exclusions.allSatisfy(own.contains)
    }
}

extension Array {
    /// The first part of `size` elements that `fits`, parts in the order of their elements.
    fileprivate func firstPart(of size: Int, where fits: ([Element]) -> Bool) -> [Element]? {
        firstPart(of: size, from: startIndex, after: [], where: fits)
    }

    private func firstPart(
        of size: Int, from start: Int, after chosen: [Element], where fits: ([Element]) -> Bool
    ) -> [Element]? {
        guard size > 0 else { return fits(chosen) ? chosen : nil }
        for index in start..<endIndex where endIndex - index >= size {
            let longer = chosen + [self[index]]
            if let part = firstPart(of: size - 1, from: index + 1, after: longer, where: fits) { return part }
        }
        return nil
    }
}
