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

    /// The sections from which somebody can be placed.
    static let open: [Section] = [.fitsNow, .inConsultation, .bridging, .callFirst, .ompReserve]

    /// - Parameter profile: the person who is searched for; the others are asked about where that person is.
    package init(
        of references: [ReferenceProfile], standingWhere profile: Profile, in table: ServiceTable,
        counts: CountTable, at now: Date, isKey: Bool = false
    ) {
        var (needed, rows): ([ServiceID: [ReferenceProfile]], [Int: Int]) = ([:], [:])
        for reference in references {
            let inquiry = Inquiry(reference.standing(where: profile), in: table, at: now)
            guard let row = Walk.onlyRow(for: inquiry, table: table, counts: counts) else { continue }
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
}

extension Walk {
    /// The one row that could take somebody; `nil` where there is none, or more than one.
    static func onlyRow(for inquiry: Inquiry, table: ServiceTable, counts: CountTable) -> Int? {
        var found: RowSet?
        Judge.with(inquiry, table, counts) { _, screen in
            var open = RowSet(of: table.services.count)
            for section in Scarcity.open { open.formUnion(screen.sections[section.order]) }
            if open.count == 1 { found = open }
        }
        return found?.first { _ in true }
    }
}
