package import Domain
package import Foundation
import Matching

/// From which municipalities somebody typical would find a place (features F01 and F27): what the dots of the map say.
///
/// A place counts that its rules open to that person, taken or not; only with live counts it must be free too. It is
/// worked out from what everybody may know, so that no dot gives a hidden municipality away: a sheltered place that
/// serves one municipality serves its whole province here (feature F16).
package struct TownCoverage: Sendable {
    package let answers: [MunicipalityCode: Answer]

    /// What there is for somebody who stands in a municipality.
    package enum Answer: String, CaseIterable, Hashable, Sendable {
        /// A place that takes people from there and not from everywhere.
        case ownRegion
        /// Only places that take people from the whole country.
        case nationalOnly
        case nothing
    }

    package func count(_ answer: Answer) -> Int { answers.values.count { $0 == answer } }
}

/// Makes the coverage of one registry; the two tables are made once.
package struct TownCoverageFinder: Sendable {
    private let map: Geography
    private let nationwide: Half
    private let regional: Half

    private struct Half: Sendable {
        let table: ServiceTable
        let finder: Finder

        init(_ services: [Service], _ coordination: Coordination, on map: Geography) {
            table = ServiceTable(services, on: map)
            finder = Finder(table, coordination: coordination)
        }
    }

    /// - Parameter services: the current services of the registry.
    package init(_ services: [Service], coordination: Coordination, on map: Geography) {
        self.map = map
        let known = services.map { $0.known(to: .everyone, on: map) }
        // Where a place does not say from where people may come it is no answer for a region of its own.
        nationwide = Half(known.filter { $0.reach == .national || $0.reach == nil }, coordination, on: map)
        regional = Half(known.filter { $0.reach == .regional || $0.reach == .local }, coordination, on: map)
    }

    /// - Parameter capacity: the live counts, for who may see them: then only what is free counts. With `nil` every
    ///   place counts that would take the person.
    package func coverage(
        of profile: Profile, capacity: ((ServiceID) -> Capacity?)? = nil, at now: Date
    ) -> TownCoverage {
        let towns = map.municipalities.map(\.code)
        let sections = capacity == nil ? Self.taking : Self.free
        func places(_ half: Half) -> [Bool] {
            let counts = CountTable(half.table) { id in capacity?(id) }
            return half.finder.tallies(of: profile, from: towns, counts: counts, at: now).map { tally in
                sections.contains { section in
                    capacity == nil ? tally.services(in: section) > 0 : tally.freePlaces(in: section) > 0
                }
            }
        }
        let (near, everywhere) = (places(regional), places(nationwide))
        var answers: [MunicipalityCode: TownCoverage.Answer] = [:]
        for (town, (near, everywhere)) in zip(towns, zip(near, everywhere)) {
            answers[town] = near ? .ownRegion : everywhere ? .nationalOnly : .nothing
        }
        return TownCoverage(answers: answers)
    }

    /// The sections of a place that would take the person, free or not: not what is kept for others, comes later, or is
    /// no shelter for victims.
    private static let taking: [Section] = [.fitsNow, .inConsultation, .bridging, .callFirst, .waiting]
    private static let free: [Section] = [.fitsNow, .inConsultation, .bridging]
}
