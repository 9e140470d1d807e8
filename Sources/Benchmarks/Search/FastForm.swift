import Domain
import Foundation
import Matching

/// The matcher over a list of services and the counts they start from, as the program has it.
struct FastForm {
    let finder: Finder
    let counts: CountTable

    init(_ services: [Service], map: Geography, coordination: Coordination) {
        let table = ServiceTable(services, on: map)
        finder = Finder(table, coordination: coordination)
        counts = CountTable(table) { id in table.row(of: id).flatMap { table.services[$0].startingCapacity } }
    }

    /// - Parameter places: services with their counts.
    init(_ places: [Place], map: Geography, coordination: Coordination) {
        let known = Dictionary(places.map { ($0.service.id, $0.capacity) }, uniquingKeysWith: { first, _ in first })
        let table = ServiceTable(places.map(\.service), on: map)
        finder = Finder(table, coordination: coordination)
        counts = CountTable(table) { known[$0] ?? nil }
    }

    /// The first 20 places with all that is found of them.
    func search(_ profile: Profile, at now: Date) -> SearchResult {
        finder.search(profile, counts: counts, at: now, limit: 20)
    }
}
