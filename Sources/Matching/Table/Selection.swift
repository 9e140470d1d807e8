import Domain
import Foundation

/// The rows of one section among which the first so many are: found by whole classes, best first, before the keys of any
/// row are worked out.
struct Selection {
    /// Stand before all that are open.
    private var sure: RowSet
    private var open: RowSet
    /// How many are still wanted of ``open``.
    private var wanted: Int

    init(_ rows: RowSet, wanted: Int) {
        (sure, open, self.wanted) = (rows.subtracting(rows), rows, wanted)
    }

    var rows: RowSet {
        var all = sure
        all.formUnion(open)
        return all
    }

    /// - Parameter classes: best first; every row is in one of them, and rows of one class are equal so far.
    private mutating func narrow(by classes: [RowSet]) {
        for better in classes {
            let part = open.intersection(better)
            let count = part.count
            if count >= wanted {
                open = part
                return
            }
            sure.formUnion(part)
            open.subtract(part)
            wanted -= count
        }
    }

    /// By the keys that come first among rows that need no talk: how little they restrict, and how special they are.
    /// Where somebody has wishes, or turns eighteen, other keys come before these.
    mutating func narrow(_ inquiry: Inquiry, _ planes: Planes) {
        guard inquiry.prefers == 0, inquiry.preferredRows.isEmpty, !inquiry.turnsEighteen else { return }
        narrow(by: (0..<4).map { planes[Plane.restriction + $0] })
        narrow(by: Self.specialities(inquiry, planes))
    }

    /// From special in three ways and more down to not at all; see ``RankingKeys/specialisation``.
    private static func specialities(_ inquiry: Inquiry, _ planes: Planes) -> [RowSet] {
        var tally = RowTally(of: planes.rowCount)
        var marks = inquiry.marks
        while marks != 0 {
            tally.count(planes[Plane.marks + marks.trailingZeroBitCount])
            marks &= marks - 1
        }
        let (once, twice, thrice) = (tally.once, tally.twice, tally.thrice)
        let every = RowSet(first: planes.rowCount, of: planes.rowCount)
        let byMarks = [every.subtracting(once), once.subtracting(twice), twice.subtracting(thrice)]
        var classes = [RowSet](repeating: RowSet(of: planes.rowCount), count: 7)
        classes[6] = thrice
        for (count, rows) in byMarks.enumerated() {
            for expertise in 0..<3 {
                classes[2 * count + expertise].formUnion(rows.intersection(planes[Plane.expertise + expertise]))
            }
        }
        return classes.reversed()
    }
}
