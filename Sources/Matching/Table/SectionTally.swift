package import Domain
package import Foundation

/// How many services and free places each section has for somebody, without any order or text.
package struct SectionTally: Hashable, Sendable {
    private var services = [Int](repeating: 0, count: Section.byOrder.count)
    private var freePlaces = [Int](repeating: 0, count: Section.byOrder.count)

    package func services(in section: Section) -> Int { services[section.order] }

    /// The sum of their free places, reliable counts only.
    package func freePlaces(in section: Section) -> Int { freePlaces[section.order] }

    fileprivate mutating func add(_ candidate: Candidate) {
        services[candidate.section] += 1
        freePlaces[candidate.section] += candidate.free
    }
}

/// A row that fits, wherever the person is.
private struct Candidate {
    let row: Int
    let section: Int
    let free: Int
}

extension Finder {
    /// What somebody would find from each of `municipalities`, in their order: what a map of gaps is made of.
    ///
    /// Where a person is decides on two things only, who serves the area and the order; so all the rest is worked out
    /// once. The profile's own place is not looked at.
    package func tallies(
        of profile: Profile, from municipalities: [MunicipalityCode], counts: CountTable, at now: Date
    ) -> [SectionTally] {
        var anywhere = profile
        (anywhere.currentMunicipality, anywhere.currentProvince) = (nil, nil)
        let candidates = candidates(Inquiry(anywhere, in: table, at: now), counts)
        let isEverywhere = { [table] (candidate: Candidate) in table.criteria[candidate.row].servedWhole == .max }
        var common = SectionTally()
        for candidate in candidates where isEverywhere(candidate) { common.add(candidate) }
        let regional = candidates.filter { !isEverywhere($0) }
        return municipalities.map { municipality in
            var person = anywhere
            person.currentMunicipality = municipality
            let location = LocationInquiry(person, in: table)
            var tally = common
            for candidate in regional where table.serves(candidate.row, location) { tally.add(candidate) }
            return tally
        }
    }

    private func candidates(_ inquiry: Inquiry, _ counts: CountTable) -> [Candidate] {
        var candidates: [Candidate] = []
        Judge.with(inquiry, table, counts) { judge, screen in
            for (order, rows) in screen.sections.enumerated() {
                for row in rows {
                    candidates.append(Candidate(row: row, section: order, free: judge.reliablyFree(row)))
                }
            }
        }
        return candidates
    }
}
