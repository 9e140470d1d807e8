import Domain
import Foundation

/// Says of one row at a time what stands in the way and where it would stand: the hard filter, section and keys of
/// contract section 4 on ``Criteria`` and ``CountRow``.
struct Judge {
    let inquiry: Inquiry
    let criteria: UnsafeBufferPointer<Criteria>
    let counts: UnsafeBufferPointer<CountRow>
    let lists: UnsafeBufferPointer<UInt16>

    /// What was found of one row.
    struct Findings {
        /// Reasons against it, as ``FactBit``; 0 for none.
        var obstacles: UInt64
        /// Whether it lies in a danger area, and may be talked over all the same.
        var isInDanger: Bool
    }

    @inline(__always)
    func findings(_ row: Int) -> Findings {
        let (service, count) = (criteria[row], counts[row])
        var found = service.rejects & inquiry.facts
        found |= Self.bit(inquiry.age < service.minimumAge || inquiry.age > service.maximumAge, FactBit.age)
        found |= Self.bit(inquiry.oldestSon > Int16(service.sonsMaximumAge), FactBit.sons)
        found |= Self.bit(service.forms & inquiry.forms == 0, FactBit.form)
        let lacksPurpose = service.onlyFor != 0 && service.onlyFor & inquiry.circumstances == 0
        found |= Self.bit(lacksPurpose, FactBit.target)
        found |= Self.bit(service.attributes & inquiry.mustNot != 0, FactBit.mustNot)
        found |= Self.bit(count.total >= 0 && needed(count) > Int32(count.total), FactBit.room)
        found |= Self.bit(count.marks.contains(.isPaused), FactBit.paused)
        found |= Self.bit(!service.serves(inquiry.location, lists), FactBit.area)
        if !inquiry.forbiddenRows.isEmpty, inquiry.forbiddenRows.contains(row) { found |= 1 << FactBit.mustNot }
        guard inquiry.danger.counts, isInDanger(service) else { return Findings(obstacles: found, isInDanger: false) }
        let isCondition = inquiry.danger.isOrange && service.traits.contains(.hidesMunicipality)
        found |= Self.bit(!isCondition, FactBit.danger)
        return Findings(obstacles: found, isInDanger: isCondition)
    }

    /// Whether a row with these obstacles is an answer: none, or only an age that comes by itself (rule R4).
    @inline(__always)
    func isPlaced(_ row: Int, obstacles: UInt64) -> Bool {
        if obstacles == 0 { return true }
        guard inquiry.mayWaitForBirthday, obstacles == 1 << FactBit.age else { return false }
        return criteria[row].traits.contains(.awaitsEighteen)
    }

    @inline(__always)
    private static func bit(_ isSet: Bool, _ position: Int) -> UInt64 { (isSet ? 1 : 0) << UInt64(position) }

    @inline(__always)
    func needed(_ count: CountRow) -> Int32 {
        count.marks.contains(.countsUnits) ? inquiry.unitsNeeded : inquiry.bedsNeeded
    }

    @inline(__always)
    private func isInDanger(_ service: Criteria) -> Bool {
        if service.traits.contains(.ambulatory) { return false }
        if service.danger & inquiry.danger.areas != 0 { return true }
        return service.dangerPart & inquiry.danger.parts != 0 && listsDanger(service)
    }

    @inline(never)
    private func listsDanger(_ service: Criteria) -> Bool {
        let start = Int(service.lists)
        let dangerous = lists[start + 2..<start + 2 + Int(lists[start])]
        return inquiry.danger.municipalities.contains { dangerous.contains($0) }
    }
}

extension Judge {
    /// Counts of another table would be a mistake of the program; then only what both have is read.
    var rows: Range<Int> { 0..<min(criteria.count, counts.count) }

    @inline(__always)
    static func with(
        _ inquiry: Inquiry, _ table: ServiceTable, _ counts: CountTable, _ body: (borrowing Judge) -> Void
    ) {
        table.criteria.withUnsafeBufferPointer { criteria in
            counts.rows.withUnsafeBufferPointer { rows in
                table.lists.withUnsafeBufferPointer { lists in
                    body(Judge(inquiry: inquiry, criteria: criteria, counts: rows, lists: lists))
                }
            }
        }
    }
}

extension Criteria {
    /// Whether people from there may come.
    ///
    /// - Parameter all: the lists of the table that these criteria are of.
    @inline(__always)
    func serves(_ location: LocationInquiry, _ all: UnsafeBufferPointer<UInt16>) -> Bool {
        if servedWhole & location.province != 0 { return true }
        guard servedPart & location.province != 0 else { return false }
        return location.isCoarse || lists(location.municipality, all)
    }

    /// Single municipalities are few, and asked for only when their province is the one.
    @inline(never)
    private func lists(_ municipality: UInt16?, _ all: UnsafeBufferPointer<UInt16>) -> Bool {
        guard let municipality else { return false }
        let start = Int(lists)
        let served = start + 2 + Int(all[start])
        return all[served..<served + Int(all[start + 1])].contains(municipality)
    }
}

// MARK: Section and keys

extension Judge {
    /// When a place can take the person.
    struct Wait {
        var days: Int?
        var isWithinHorizon: Bool
        /// When the count was confirmed; minus infinity where that says nothing.
        var confirmed: Double
        var isReliable: Bool
    }

    /// Where a row that is placed stands, and what that was found from.
    struct Standing {
        fileprivate let wait: Wait
        fileprivate let conditions: Int
        /// Its order.
        let section: UInt8
    }

    @inline(__always)
    func standing(_ row: Int, _ findings: Findings) -> Standing {
        let service = criteria[row]
        let conditions = conditionBits(service, findings).nonzeroBitCount
        let wait = self.wait(service, counts[row])
        let section = section(service, wait, conditions: conditions, isForLater: findings.obstacles != 0)
        return Standing(wait: wait, conditions: conditions, section: section)
    }

    @inline(__always)
    func keys(_ row: Int, _ findings: Findings, _ standing: Standing) -> PackedKeys {
        let service = criteria[row]
        var wishes = (service.attributes & inquiry.prefers).nonzeroBitCount
        if !inquiry.preferredRows.isEmpty, inquiry.preferredRows.contains(row) { wishes += 1 }
        return PackedKeys(
            PackedKeys.Fields(
                section: standing.section, safety: findings.isInDanger, conditions: standing.conditions,
                wishes: wishes, continuity: inquiry.turnsEighteen && !service.traits.contains(.spansEighteen),
                restriction: service.restriction,
                specialisation: 2 * (service.marks & inquiry.marks).nonzeroBitCount + Int(service.expertise),
                isInRegion: service.province == inquiry.location.safeProvince,
                overSecurity: Int(service.strength) - inquiry.requiredStrength, wait: standing.wait.days,
                freshness: hours(standing.wait), row: row))
    }

    @inline(__always)
    func conditionBits(_ service: Criteria, _ findings: Findings) -> UInt64 {
        service.consults & inquiry.consultFacts | Self.bit(findings.isInDanger, FactBit.danger)
    }

    @inline(__always)
    private func section(_ service: Criteria, _ wait: Wait, conditions: Int, isForLater: Bool) -> UInt8 {
        let kind = Int(service.kind.rawValue)
        if inquiry.early[kind] != 0 { return inquiry.early[kind] }
        if isForLater { return Section.followUp.byte }
        if !wait.isWithinHorizon { return Section.waiting.byte }
        let late = inquiry.late[kind]
        if late == Section.ompReserve.byte { return late }
        if !wait.isReliable { return Section.callFirst.byte }
        if late != 0 { return late }
        return conditions == 0 ? Section.fitsNow.byte : Section.inConsultation.byte
    }

    /// Whether the count may be relied on (rule R15).
    @inline(__always)
    private func isReliable(_ service: Criteria, _ count: CountRow) -> Bool {
        guard service.traits.contains(.ambulatory) || count.free != CountRow.notCounted else { return false }
        return inquiry.moment - count.confirmed <= inquiry.reliableFor[Int(service.limits)]
    }

    /// Free places by a count that may be relied on.
    @inline(__always)
    func reliablyFree(_ row: Int) -> Int {
        let count = counts[row]
        return isReliable(criteria[row], count) ? max(0, Int(count.free)) : 0
    }

    /// When the place can take the person, written out.
    func availability(_ row: Int) -> Availability {
        let (service, count) = (criteria[row], counts[row])
        let wait = self.wait(service, count)
        let limits = FreshnessLimits.byNumber[Int(service.limits)]
        let isKnown = service.traits.contains(.ambulatory) || count.free != CountRow.notCounted
        let moment = count.confirmed.isFinite ? Date(timeIntervalSinceReferenceDate: count.confirmed) : nil
        return Availability(
            daysUntilFree: wait.days, isWithinHorizon: wait.isWithinHorizon,
            freshness: isKnown ? limits.freshness(of: moment, at: inquiry.now) : .unknown, ageInHours: hours(wait))
    }

    @inline(__always)
    private func wait(_ service: Criteria, _ count: CountRow) -> Wait {
        var wait = Wait(
            days: nil, isWithinHorizon: true, confirmed: -.infinity, isReliable: isReliable(service, count))
        if service.traits.contains(.ambulatory) {
            wait.confirmed = count.confirmed
            guard count.day != CountRow.notKnown else { return wait }
            (wait.days, wait.isWithinHorizon) = (Int(count.day), count.day <= inquiry.horizon)
            return wait
        }
        guard count.free != CountRow.notCounted else { return wait }
        wait.confirmed = count.confirmed
        if Int32(count.free) >= needed(count) {
            wait.days = 0
            return wait
        }
        wait.isWithinHorizon = false
        guard count.day != CountRow.notKnown else { return wait }
        let days = Int(count.day) - Int(inquiry.today)
        if days >= 0 { (wait.days, wait.isWithinHorizon) = (days, days <= Int(inquiry.horizon)) }
        return wait
    }

    /// Whole hours, as far as a count of hours can go; `nil` where no moment is known.
    @inline(__always)
    private func hours(_ wait: Wait) -> Int? {
        guard wait.confirmed > -Double.infinity else { return nil }
        let hours = (inquiry.moment - wait.confirmed) / FreshnessLimits.hour
        return hours <= 0 ? 0 : Int(min(hours, 1e12))
    }
}
