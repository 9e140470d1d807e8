package import Domain
import Foundation

/// What a search found for one person of a group, as far as a joint placement asks.
package struct PersonOptions: Sendable {
    /// Where the person could go now, best first.
    package let candidates: [Candidate]
    /// Why other places that fit do not count, for who has no candidates.
    package let misses: Misses

    /// A place with a count that may be relied on, and enough free for this person.
    package struct Candidate: Sendable {
        package let service: Service
        package let section: Section
        /// In the person's own search, from 1, over all sections.
        package let rank: Int
        /// Free now.
        package let free: Int
        /// How many of those this person takes.
        package let need: Int

        package init(service: Service, section: Section, rank: Int, free: Int, need: Int) {
            (self.service, self.section, self.rank, self.free, self.need) = (service, section, rank, free, need)
        }
    }

    /// Places that are no candidates, counted.
    package struct Misses: Sendable {
        /// The count is stale or unknown.
        package var unreliable = 0
        /// Not enough is free now.
        package var full = 0
        /// For later, or only where there is nothing else.
        package var later = 0
        /// Help without a bed.
        package var withoutBed = 0
        /// The reasons that exclude most places, most first.
        package var excluded: [ExclusionCount] = []

        package init() {}
    }

    package init(candidates: [Candidate], misses: Misses = Misses()) {
        (self.candidates, self.misses) = (candidates, misses)
    }
}

extension PersonOptions {
    /// How many reasons are told to who has no candidates.
    private static let mostReasons = 3

    /// - Parameter result: of the person's own search, with every placement.
    package init(_ result: SearchResult, for profile: Profile) {
        var (candidates, misses): ([Candidate], Misses) = ([], Misses())
        for placement in result.placements {
            let place = placement.assessment.place
            guard !place.service.isAmbulatory else {
                misses.withoutBed += 1
                continue
            }
            switch placement.section {
            case .fitsNow, .inConsultation, .bridging, .ompReserve: break
            case .callFirst:
                misses.unreliable += 1
                continue
            case .waiting:
                misses.full += 1
                continue
            case .followUp, .fallback:
                misses.later += 1
                continue
            }
            guard placement.assessment.availability.freshness.isReliable, let capacity = place.capacity,
                let free = capacity.free
            else {
                misses.unreliable += 1
                continue
            }
            let need = profile.placesNeeded(of: capacity.unit)
            guard need <= free else {
                misses.full += 1
                continue
            }
            candidates.append(
                Candidate(
                    service: place.service, section: placement.section, rank: placement.rank, free: free, need: need))
        }
        if candidates.isEmpty { misses.excluded = Array(result.excludedSummary.prefix(Self.mostReasons)) }
        self.init(candidates: candidates, misses: misses)
    }
}
