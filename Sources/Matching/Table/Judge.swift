import Domain
import Foundation

/// Says of one row at a time when it is free and what it is ranked by: the keys of contract section 4 on ``Criteria`` and
/// ``CountRow``. What stands in the way, and which section it is in, is found for all rows at once; see ``Screen``.
struct Judge {
    let inquiry: Inquiry
    let criteria: UnsafeBufferPointer<Criteria>
    let counts: UnsafeBufferPointer<CountRow>
    let lists: UnsafeBufferPointer<UInt16>
    let terms: CountTerms

    /// What was found of one row.
    struct Findings {
        /// Reasons against it, as ``FactBit``; 0 for none.
        let obstacles: UInt64
        /// Whether it lies in a danger area, and may be talked over all the same.
        let isInDanger: Bool
    }

    /// Counts of another table would be a mistake of the program; then only what both have is read.
    var rowCount: Int { min(criteria.count, counts.count) }

    @inline(__always)
    static func with<Found>(
        _ inquiry: Inquiry, _ table: ServiceTable, _ counts: CountTable, _ body: (borrowing Judge) -> Found
    ) -> Found {
        table.criteria.withUnsafeBufferPointer { criteria in
            counts.rows.withUnsafeBufferPointer { rows in
                table.lists.withUnsafeBufferPointer { lists in
                    body(
                        Judge(
                            inquiry: inquiry, criteria: criteria, counts: rows, lists: lists,
                            terms: CountTerms(inquiry)))
                }
            }
        }
    }

    /// The same with all rows held against the person.
    @inline(__always)
    static func with(
        _ inquiry: Inquiry, _ table: ServiceTable, _ counts: CountTable,
        _ body: (borrowing Judge, Screen) -> Void
    ) {
        with(inquiry, table, counts) { judge in body(judge, Screen(inquiry, table.planes, judge)) }
    }

    /// Whether the row names a municipality where the person is not safe.
    func listsDanger(_ row: Int) -> Bool {
        let start = Int(criteria[row].lists)
        let dangerous = lists[start + 2..<start + 2 + Int(lists[start])]
        return inquiry.danger.municipalities.contains { dangerous.contains($0) }
    }

    /// Whether the row names that municipality among those it serves.
    func serves(_ row: Int, _ municipality: UInt16) -> Bool { criteria[row].lists(municipality, lists) }
}

extension Criteria {
    /// Whether people from there may come.
    ///
    /// - Parameter all: the lists of the table that these criteria are of.
    @inline(__always)
    func serves(_ location: LocationInquiry, _ all: UnsafeBufferPointer<UInt16>) -> Bool {
        if servedWhole & location.province != 0 { return true }
        guard servedPart & location.province != 0 else { return false }
        return location.isCoarse || location.municipality.map { lists($0, all) } ?? false
    }

    /// Single municipalities are few, and asked for only when their province is the one.
    @inline(never)
    fileprivate func lists(_ municipality: UInt16, _ all: UnsafeBufferPointer<UInt16>) -> Bool {
        let start = Int(lists)
        let served = start + 2 + Int(all[start])
        return all[served..<served + Int(all[start + 1])].contains(municipality)
    }
}

// MARK: Keys

extension Judge {
    /// When a place can take the person.
    struct Wait {
        var days: Int?
        /// When the count was confirmed; minus infinity where that says nothing.
        var confirmed: Double
    }

    /// - Parameter section: its order.
    func keys(_ row: Int, section: Int, isInDanger: Bool) -> PackedKeys {
        let service = criteria[row]
        let wait = self.wait(counts[row])
        var wishes = (service.attributes & inquiry.prefers).nonzeroBitCount
        if !inquiry.preferredRows.isEmpty, inquiry.preferredRows.contains(row) { wishes += 1 }
        return PackedKeys(
            PackedKeys.Fields(
                section: UInt8(truncatingIfNeeded: section), safety: isInDanger,
                conditions: conditionBits(service, isInDanger: isInDanger).nonzeroBitCount, wishes: wishes,
                continuity: inquiry.turnsEighteen && !service.traits.contains(.spansEighteen),
                restriction: service.restriction,
                specialisation: 2 * (service.marks & inquiry.marks).nonzeroBitCount + Int(service.expertise),
                isInRegion: service.province == inquiry.location.safeProvince,
                overSecurity: Int(service.strength) - inquiry.requiredStrength, wait: wait.days,
                freshness: hours(wait), row: row))
    }

    @inline(__always)
    func conditionBits(_ service: Criteria, isInDanger: Bool) -> UInt64 {
        service.consults & inquiry.consultFacts | (isInDanger ? 1 << FactBit.danger : 0)
    }

    /// Free places by a count that may be relied on.
    func reliablyFree(_ row: Int) -> Int { terms.isReliable(counts[row]) == 1 ? max(0, Int(counts[row].free)) : 0 }

    /// When the place can take the person, written out.
    func availability(_ row: Int) -> Availability {
        let count = counts[row]
        let wait = self.wait(count)
        let limits = FreshnessLimits.byNumber[Int(count.limits)]
        let moment = count.confirmed.isFinite ? Date(timeIntervalSinceReferenceDate: count.confirmed) : nil
        let isKnown = count.marks.contains(.isCounted)
        return Availability(
            daysUntilFree: wait.days, isWithinHorizon: terms.isWithinHorizon(count) == 1,
            freshness: isKnown ? limits.freshness(of: moment, at: inquiry.now) : .unknown, ageInHours: hours(wait))
    }

    @inline(__always)
    private func wait(_ count: CountRow) -> Wait {
        guard count.marks.contains(.isCounted) else { return Wait(days: nil, confirmed: -.infinity) }
        if terms.isFree(count) == 1 { return Wait(days: 0, confirmed: count.confirmed) }
        let days = terms.daysUntil(count)
        let isKnown = count.marks.contains(.hasDay) && days >= 0
        return Wait(days: isKnown ? Int(days) : nil, confirmed: count.confirmed)
    }

    /// Whole hours, as far as a count of hours can go; `nil` where no moment is known.
    @inline(__always)
    private func hours(_ wait: Wait) -> Int? {
        guard wait.confirmed > -Double.infinity else { return nil }
        let hours = (inquiry.moment - wait.confirmed) / FreshnessLimits.hour
        return hours <= 0 ? 0 : Int(min(hours, 1e12))
    }
}
