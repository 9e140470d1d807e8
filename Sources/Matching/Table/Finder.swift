package import Domain
package import Foundation

/// Ranks the services of a table for a person and tells why (feature F05): a pure function of table, counts, profile
/// and moment, and the same answer as ``Matcher`` gives rule by rule.
package struct Finder: Sendable {
    package let table: ServiceTable
    private let coordination: Coordination

    package init(_ table: ServiceTable, coordination: Coordination) {
        (self.table, self.coordination) = (table, coordination)
    }

    /// - Parameters:
    ///   - counts: of the same table.
    ///   - limit: how many placements over all sections are worked out; with `nil` all are, and every excluded service.
    ///   - scarcity: of the same table, to be told and perhaps to rank by.
    package func search(
        _ profile: Profile, counts: CountTable, at now: Date, limit: Int? = nil, scarcity: Scarcity? = nil
    ) -> SearchResult {
        let walk = Walk(
            Inquiry(profile, in: table, at: now), table: table, counts: counts, limit: limit,
            neededByOthers: scarcity?.rankedCounts ?? [:])
        return SearchResult(
            banners: Banner.all(for: profile), responsibility: Responsibility(for: profile, on: table.map),
            sections: sections(walk, counts), excluded: walk.excluded.map { assessment($0, counts) },
            excludedTotal: walk.excludedTotal, excludedSummary: walk.summary,
            blockers: walk.blockers,
            contacts: coordination.contacts(for: profile.currentMunicipality), scarcity: scarcity)
    }

    /// The placements come in the order of their sections.
    private func sections(_ walk: Walk, _ counts: CountTable) -> [RankedSection] {
        var next = 0
        return Section.byOrder.compactMap { section in
            guard let section, walk.totals[section.order] > 0 else { return nil }
            var placements: [Placement] = []
            while next < walk.placements.count, walk.placements[next].keys.sectionOrder == section.order {
                let (keys, findings) = walk.placements[next]
                next += 1
                placements.append(
                    Placement(
                        rank: next, section: section, assessment: assessment(findings, counts),
                        keys: keys.keys(id: table.services[keys.row].id)))
            }
            return RankedSection(section: section, total: walk.totals[section.order], placements: placements)
        }
    }

    /// What was found of one row, written out.
    private func assessment(_ found: RowFindings, _ counts: CountTable) -> Assessment {
        let service = table.services[found.row]
        return Assessment(
            of: Place(
                service: service, capacity: service.isAmbulatory ? nil : counts.rows[found.row].capacity, row: found.row
            ),
            exclusions: CodeSet(bits: BitNames.exclusions.translate(found.obstacles)),
            conditions: CodeSet(bits: BitNames.conditions.translate(found.conditions)),
            questions: CodeSet(bits: BitNames.questions.translate(found.questions)),
            availability: found.availability)
    }
}

/// All that a walk finds of one row that is shown, as bits.
struct RowFindings {
    let row: Int
    let obstacles: UInt64
    let conditions: UInt64
    let questions: UInt64
    let availability: Availability
}

/// One walk over a table.
struct Walk {
    /// Best first.
    private(set) var placements: [(keys: PackedKeys, findings: RowFindings)] = []
    /// How many stand in each section, by its order.
    private(set) var totals = [Int](repeating: 0, count: Section.byOrder.count)
    /// The rows that are no answer; only where all were asked for.
    private(set) var excluded: [RowFindings] = []
    private(set) var excludedTotal = 0
    private(set) var summary: [ExclusionCount] = []
    private(set) var blockers: [Blocker] = []
    /// How many others need a row, where that is a key.
    private let neededByOthers: [Int: Int]

    /// - Parameters:
    ///   - limit: how many placements are kept; with `nil` all are, and what is excluded too.
    ///   - neededByOthers: how many others need a row, where that is a key.
    init(
        _ inquiry: Inquiry, table: ServiceTable, counts: CountTable, limit: Int?, neededByOthers: [Int: Int] = [:]
    ) {
        self.neededByOthers = neededByOthers
        Judge.with(inquiry, table, counts) { judge, screen in run(judge, screen, table.planes, limit: limit) }
    }

    private mutating func run(_ judge: borrowing Judge, _ screen: Screen, _ planes: Planes, limit: Int?) {
        totals = screen.sections.map(\.count)
        let reasons = BlockerCount(screen, counts: judge.counts)
        (excludedTotal, summary, blockers) = (screen.excluded.count, reasons.summary(), reasons.blockers())
        var best = BestOf(limit ?? totals.reduce(0, +))
        for (order, rows) in screen.sections.enumerated() where !best.isFull {
            var selection = Selection(rows, wanted: best.room)
            // Of a whole answer every row is wanted; in other sections what is to be talked over comes first.
            if limit != nil, order == Section.fitsNow.order { selection.narrow(judge.inquiry, planes) }
            for row in selection.rows {
                var keys = judge.keys(row, section: order, isInDanger: screen.inDanger.contains(row))
                if !neededByOthers.isEmpty { keys.scarcity = neededByOthers[row] ?? 0 }
                best.offer(keys)
            }
        }
        guard limit == nil else {
            placements = best.sorted.map { ($0, judge.everything($0.row, screen, screen.obstacles(of: $0.row))) }
            return
        }
        let obstacles = screen.obstaclesByRow(rowCount: judge.rowCount)
        placements = best.sorted.map { ($0, judge.everything($0.row, screen, obstacles[$0.row])) }
        excluded = screen.excluded.map { judge.everything($0, screen, obstacles[$0]) }
    }
}

extension Judge {
    /// All that is found of one row; `obstacles` as ``FactBit``.
    func everything(_ row: Int, _ screen: Screen, _ obstacles: UInt64) -> RowFindings {
        let service = criteria[row]
        let findings = Findings(obstacles: obstacles, isInDanger: screen.inDanger.contains(row))
        return RowFindings(
            row: row, obstacles: findings.obstacles,
            conditions: conditionBits(service, isInDanger: findings.isInDanger),
            questions: questionBits(service, findings), availability: availability(row))
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
