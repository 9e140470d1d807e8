package import Domain
package import Foundation

/// Ranks the services of a table for a person and tells why (feature F05): a pure function of table, counts, profile
/// and moment, and the same answer as ``Matcher`` gives rule by rule.
package struct Finder: Sendable {
    private let table: ServiceTable
    private let coordination: Coordination

    package init(_ table: ServiceTable, coordination: Coordination) {
        (self.table, self.coordination) = (table, coordination)
    }

    /// - Parameters:
    ///   - counts: of the same table.
    ///   - limit: how many placements over all sections are worked out; with `nil` all are, and every excluded service.
    package func search(
        _ profile: Profile, counts: CountTable, at now: Date, limit: Int? = nil
    ) -> SearchResult {
        let inquiry = Inquiry(profile, in: table, at: now)
        let walk = Walk(inquiry, table: table, counts: counts, limit: limit)
        let placements = walk.placements.enumerated().compactMap { index, keys -> Placement? in
            guard let section = Section.byOrder[keys.sectionOrder] else { return nil }
            let assessment = walk.assessment(of: keys.row, in: table, counts: counts, for: inquiry)
            let id = assessment.place.service.id
            return Placement(rank: index + 1, section: section, assessment: assessment, keys: keys.keys(id: id))
        }
        return SearchResult(
            banners: Banner.all(for: profile), responsibility: Responsibility(for: profile, on: table.map),
            sections: RankedSection.all(placements, totals: walk.totals),
            excluded: walk.excluded.map { walk.assessment(of: $0, in: table, counts: counts, for: inquiry) },
            excludedTotal: walk.blockers.total, excludedSummary: walk.blockers.summary,
            blockers: walk.blockers.blockers,
            contacts: coordination.contacts(for: profile.currentMunicipality))
    }
}

/// One walk over a table.
struct Walk {
    /// Best first.
    private(set) var placements: [PackedKeys] = []
    /// How many stand in each section, by its order.
    private(set) var totals = [Int](repeating: 0, count: Section.byOrder.count)
    /// The rows that are no answer; only where all were asked for.
    private(set) var excluded: [Int] = []
    private(set) var blockers: BlockerCount

    init(_ inquiry: Inquiry, table: ServiceTable, counts: CountTable, limit: Int?) {
        blockers = BlockerCount(inquiry)
        var best = BestOf(limit ?? 0)
        table.criteria.withUnsafeBufferPointer { criteria in
            counts.rows.withUnsafeBufferPointer { rows in
                table.lists.withUnsafeBufferPointer { lists in
                    let judge = Judge(inquiry: inquiry, criteria: criteria, counts: rows, lists: lists)
                    // Counts of another table would be a mistake of the program; then only what both have is read.
                    for row in 0..<min(criteria.count, rows.count) {
                        take(row, judge, best: &best, keepsAll: limit == nil)
                    }
                }
            }
        }
        if limit != nil { placements = best.sorted } else { placements.sort() }
    }

    @inline(__always)
    private mutating func take(_ row: Int, _ judge: Judge, best: inout BestOf, keepsAll: Bool) {
        let findings = judge.findings(row)
        guard judge.isPlaced(row, obstacles: findings.obstacles) else {
            let count = judge.counts[row]
            blockers.add(
                findings.obstacles,
                freePlaces: judge.isReliable(judge.criteria[row], count) ? max(0, Int(count.free)) : 0)
            if keepsAll { excluded.append(row) }
            return
        }
        let keys = judge.keys(row, findings)
        totals[keys.sectionOrder] += 1
        if keepsAll { placements.append(keys) } else { best.offer(keys) }
    }

    /// What the rules say of one row, written out.
    func assessment(of row: Int, in table: ServiceTable, counts: CountTable, for inquiry: Inquiry) -> Assessment {
        let place = Place(
            service: table.services[row],
            capacity: table.services[row].isAmbulatory ? nil : counts.rows[row].capacity)
        let words = table.criteria.withUnsafeBufferPointer { criteria in
            counts.rows.withUnsafeBufferPointer { rows in
                table.lists.withUnsafeBufferPointer { lists in
                    Judge(inquiry: inquiry, criteria: criteria, counts: rows, lists: lists).words(of: row)
                }
            }
        }
        return Assessment(
            of: place, exclusions: CodeSet(bits: BitNames.exclusions.translate(words.obstacles)),
            conditions: CodeSet(bits: BitNames.conditions.translate(words.conditions)),
            questions: CodeSet(bits: BitNames.questions.translate(words.questions)),
            availability: Availability(of: place, for: inquiry.profile, at: inquiry.now))
    }
}

extension Judge {
    /// All that is found of one row, as bits.
    func words(of row: Int) -> (obstacles: UInt64, conditions: UInt64, questions: UInt64) {
        let (service, findings) = (criteria[row], findings(row))
        return (
            findings.obstacles, conditionBits(service, findings), questionBits(service, findings)
        )
    }

    private func questionBits(_ service: Criteria, _ findings: Findings) -> UInt64 {
        var questions = service.asks & inquiry.answers
        if findings.obstacles >> UInt64(FactBit.age) & 1 == 1 {
            questions &= ~(1 << AskBit.minimumAge | 1 << AskBit.maximumAge)
        }
        let location = inquiry.location
        let isServed = findings.obstacles >> UInt64(FactBit.area) & 1 == 0
        let isOnlyInPart = location.isCoarse && service.servedWhole & location.province == 0
        if service.traits.contains(.isRegional), isServed, !location.isKnown || isOnlyInPart {
            questions |= 1 << AskBit.location
        }
        if mayLieInDanger(service, findings) { questions |= 1 << AskBit.municipality }
        return questions
    }

    /// A place that may have a municipality but names none, in a province where one is dangerous.
    private func mayLieInDanger(_ service: Criteria, _ findings: Findings) -> Bool {
        guard inquiry.danger.counts, !service.traits.contains(.ambulatory) else { return false }
        guard service.traits.contains(.hasNoMunicipality), !findings.isInDanger else { return false }
        guard findings.obstacles >> UInt64(FactBit.danger) & 1 == 0 else { return false }
        return inquiry.danger.provinces >> UInt16(service.province) & 1 == 1
    }
}

/// From the bits of a walk to those of the sets that everybody reads.
struct BitNames: Sendable {
    private let numbers: [UInt8]

    private init<Element: Numbered>(_ names: [Element?]) {
        numbers = names.map { name in name.map { UInt8($0.number) } ?? Self.none }
    }

    static let exclusions = BitNames(FactBit.exclusions)
    static let conditions = BitNames(FactBit.conditions)
    static let questions = BitNames(AskBit.questions)

    private static let none: UInt8 = 255

    func translate(_ word: UInt64) -> UInt64 {
        var (rest, bits): (UInt64, UInt64) = (word, 0)
        while rest != 0 {
            let number = numbers[rest.trailingZeroBitCount]
            if number != Self.none { bits |= 1 << UInt64(number) }
            rest &= rest - 1
        }
        return bits
    }
}
