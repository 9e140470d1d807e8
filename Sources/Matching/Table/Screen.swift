import Domain
import Foundation

/// All rows of a table held against one person at once: what stands in the way of which, and which stand in which section.
/// The hard filter and the sections of contract section 4, over sixty-four rows at a time.
///
/// Row by row the processor would guess at every rule, and guess wrong at most of them; that takes longer than the rules.
struct Screen {
    /// Reasons that exclude any row at all, as ``FactBit``, and which.
    let obstacles: [(fact: Int, rows: RowSet)]
    /// Excluded for one reason or two; whoever only waits for a birthday is not among them.
    let excludedOnce: RowSet
    let excludedTwice: RowSet
    let excluded: RowSet
    /// By the service itself, or by its count.
    let paused: RowSet
    /// In a danger area, and may be talked over all the same.
    let inDanger: RowSet
    /// By ``Section/order``.
    let sections: [RowSet]
    let counts: CountSets

    init(_ inquiry: Inquiry, _ planes: Planes, _ judge: borrowing Judge) {
        let counts = CountSets(judge)
        var paused = planes[Plane.rejects + FactBit.paused]
        paused.formUnion(counts.paused)
        var found = Self.obstacles(inquiry, planes, judge)
        let consulted = Self.addDanger(inquiry, planes, judge, to: &found)
        found += [(FactBit.room, counts.tooSmall), (FactBit.paused, paused)]
        found.removeAll { $0.rows.isEmpty }
        found.sort { $0.fact < $1.fact }
        var tally = RowTally(of: planes.rowCount)
        for obstacle in found { tally.count(obstacle.rows) }
        // Only too young, and that comes by itself (rule R4).
        var awaiting = RowSet(of: planes.rowCount)
        if inquiry.mayWaitForBirthday, let age = found.first(where: { $0.fact == FactBit.age }) {
            awaiting = age.rows.subtracting(tally.twice).intersection(planes[Plane.trait(.awaitsEighteen)])
        }
        // Counts of another table would be a mistake of the program; then only what both have is looked at.
        let known = RowSet(first: judge.rowCount, of: planes.rowCount)
        (obstacles, inDanger, self.paused, self.counts) = (found, consulted, paused, counts)
        excluded = tally.once.subtracting(awaiting).intersection(known)
        excludedOnce = excluded.subtracting(tally.twice)
        excludedTwice = excluded.intersection(tally.twice).subtracting(tally.thrice)
        let placed = known.subtracting(excluded)
        sections = Self.sections(of: placed, inquiry, planes, counts, awaiting: awaiting, inDanger: consulted)
    }

    /// The reasons against one row, as ``FactBit``; 0 for none.
    func obstacles(of row: Int) -> UInt64 {
        obstacles.reduce(0) { bits, obstacle in obstacle.rows.contains(row) ? bits | 1 << UInt64(obstacle.fact) : bits }
    }

    /// The same for all rows.
    func obstaclesByRow(rowCount: Int) -> [UInt64] {
        var words = [UInt64](repeating: 0, count: rowCount)
        for (fact, rows) in obstacles {
            for row in rows where row < rowCount { words[row] |= 1 << UInt64(fact) }
        }
        return words
    }

    /// - Parameter placed: the rows that are an answer; each goes to one section, the first that holds.
    private static func sections(
        of placed: RowSet, _ inquiry: Inquiry, _ planes: Planes, _ counts: CountSets, awaiting: RowSet,
        inDanger: RowSet
    ) -> [RowSet] {
        var sections = [RowSet](repeating: RowSet(of: planes.rowCount), count: Section.byOrder.count)
        var rest = placed
        func move(_ rows: RowSet, to section: UInt8) {
            sections[Int(section)].formUnion(rest.intersection(rows))
            rest.subtract(rows)
        }
        func moveKinds(_ byKind: [UInt8], where isMeant: (UInt8) -> Bool) {
            for kind in Criteria.KindClass.allCases {
                let section = byKind[Int(kind.rawValue)]
                if section != 0, isMeant(section) { move(planes[Plane.kind(kind)], to: section) }
            }
        }
        moveKinds(inquiry.early) { _ in true }
        move(awaiting, to: Section.followUp.byte)
        move(counts.waits, to: Section.waiting.byte)
        moveKinds(inquiry.late) { $0 == Section.ompReserve.byte }
        move(counts.unreliable, to: Section.callFirst.byte)
        moveKinds(inquiry.late) { $0 != Section.ompReserve.byte }
        move(planes.union(Plane.consults, inquiry.consultFacts), to: Section.inConsultation.byte)
        move(inDanger, to: Section.inConsultation.byte)
        sections[Section.fitsNow.order].formUnion(rest)
        return sections
    }
}
