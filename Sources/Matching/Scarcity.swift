package import Domain
package import Foundation

/// Who else needs which place: for every service the reference profiles that, where the person is now, only this one
/// could take. Beyond OMP, which rule R8 keeps for whom nobody else takes.
package struct Scarcity: Sendable {
    /// What is done with it.
    package enum Use: String, CaseIterable, Sendable {
        case off
        /// Told with each place; the order stays as it is.
        case shown
        /// Also the last key before the id: what others need goes lower.
        case ranked
    }

    private let needed: [ServiceID: [ReferenceProfile]]
    /// How many others need a row; empty where that is no key.
    let rankedCounts: [Int: Int]

    /// - Parameter profile: the person who is searched for; the others are asked about where that person is.
    package init(
        of references: [ReferenceProfile], standingWhere profile: Profile, in table: ServiceTable,
        counts: CountTable, at now: Date, isKey: Bool = false
    ) {
        var (needed, rows): ([ServiceID: [ReferenceProfile]], [Int: Int]) = ([:], [:])
        var known: [CountTerms.Demand: CountSets] = [:]
        for reference in references {
            let inquiry = Inquiry(reference.standing(where: profile), in: table, at: now)
            guard let row = Self.onlyRow(for: inquiry, table, counts, &known) else { continue }
            needed[table.services[row].id, default: []].append(reference)
            rows[row, default: 0] += 1
        }
        (self.needed, rankedCounts) = (needed, isKey ? rows : [:])
    }

    /// Those whom only `service` could take, in the order of the file.
    package func others(needing service: ServiceID) -> [ReferenceProfile] { needed[service] ?? [] }

    package func count(of service: ServiceID) -> Int { needed[service]?.count ?? 0 }

    /// Whether it decides between places that are equal otherwise.
    package func decides(between one: ServiceID, and other: ServiceID) -> Bool {
        !rankedCounts.isEmpty && count(of: one) != count(of: other)
    }

    /// The one row that could take somebody; `nil` where there is none, or more than one.
    ///
    /// - Parameter known: what the counts said for the others; many people ask the same of them.
    private static func onlyRow(
        for inquiry: Inquiry, _ table: ServiceTable, _ counts: CountTable,
        _ known: inout [CountTerms.Demand: CountSets]
    ) -> Int? {
        Judge.with(inquiry, table, counts) { judge in
            let sets = known[judge.terms.demand] ?? CountSets(judge)
            known[judge.terms.demand] = sets
            let open = Screen.openRows(inquiry, table.planes, judge, counts: sets)
            return open.count == 1 ? open.first { _ in true } : nil
        }
    }
}
