package import Domain
package import Foundation
package import Matching

/// Which places could take which group, by the rules of the search and nothing else (feature F27).
///
/// It is about the supply, not about today: what is free and who paused for a while play no part, so it is the same
/// for everybody who looks. What a place has room for when it is empty does.
package struct Supply: Sendable {
    package let filter: SupplyFilter
    package let rows: [Row]

    /// One group with all places that were asked.
    package struct Row: Sendable {
        package let group: TargetGroup
        /// By service id.
        package let taking: [Assessment]
        /// What each says against it, by service id.
        package let refusing: [Assessment]
        /// Take the group now, and are gone on the day that is looked at; by service id. None but in ``left(on:)``.
        package let gone: [Assessment]
        /// Of one, for the sentences.
        package let profile: Profile
    }

    /// - Parameter capacity: the live count of a service; of it only the unit and the total are read.
    package init(
        _ filter: SupplyFilter, finder: Finder, at now: Date, capacity: (ServiceID) -> Capacity?
    ) {
        self.filter = filter
        let counts = CountTable(finder.table) { id in
            capacity(id).map { Capacity(unit: $0.unit, total: $0.total) }
        }
        rows = TargetGroup.all.compactMap { group in
            let profiles = filter.profiles(of: group)
            guard let first = profiles.first else { return nil }
            var best: [ServiceID: Assessment] = [:]
            for profile in profiles {
                for found in Self.assessments(of: profile, finder, counts, at: now) {
                    let service = found.place.service
                    guard group.concerns(service, includesAsylum: profile.residence == .asylumSeeker),
                        filter.hits(service)
                    else { continue }
                    if let known = best[service.id], !Self.isBetter(found, than: known) { continue }
                    best[service.id] = found
                }
            }
            let all = best.values.sorted { $0.place.service.id < $1.place.service.id }
            return Row(
                group: group, taking: all.filter(\.exclusions.isEmpty), refusing: all.filter { !$0.exclusions.isEmpty },
                gone: [], profile: first)
        }
    }

    private init(_ filter: SupplyFilter, _ rows: [Row]) { (self.filter, self.rows) = (filter, rows) }

    /// What is left of it on a day to come, as far as is known now: without the places whose money ends before that
    /// day. Of those whose money ended already it is not known either that they go on until then.
    package func left(on day: CalendarDate) -> Supply {
        Supply(
            filter,
            rows.map { row in
                func stays(_ found: Assessment) -> Bool { !found.place.service.fundingEnds(before: day) }
                return Row(
                    group: row.group, taking: row.taking.filter(stays), refusing: row.refusing.filter(stays),
                    gone: row.taking.filter { !stays($0) }, profile: row.profile)
            })
    }

    package func row(of group: TargetGroup) -> Row? { rows.first { $0.group.code == group.code } }

    /// Every place that may be an answer, as the search finds it for somebody who is in the province of the place.
    private static func assessments(
        of profile: Profile, _ finder: Finder, _ counts: CountTable, at now: Date
    ) -> [Assessment] {
        var person = profile
        // Nobody stands anywhere, so that one search serves all provinces; who serves where is looked at behind it.
        (person.currentMunicipality, person.currentProvince) = (nil, nil)
        let result = finder.search(person, counts: counts, at: now)
        return result.placements.map { inOwnProvince($0.assessment, person, finder) }
            + result.excluded.map { inOwnProvince($0, person, finder) }
    }

    /// The same with what the place says of people from its own province: some take only people from elsewhere.
    private static func inOwnProvince(_ found: Assessment, _ profile: Profile, _ finder: Finder) -> Assessment {
        let service = found.place.service
        guard !service.isOpenToAllProvinces else { return found }
        var local = profile
        local.currentProvince = service.site.province
        let findings = ServiceAreaRule().evaluate(local, for: found.place, on: finder.table.map)
        guard findings.contains(.excluded(.outOfArea)) else { return found }
        var exclusions = found.exclusions
        exclusions.insert(.outOfArea)
        return Assessment(
            of: found.place, exclusions: exclusions, conditions: found.conditions, questions: found.questions,
            availability: found.availability)
    }

    /// Fewer reasons against it, then fewer conditions.
    private static func isBetter(_ one: Assessment, than other: Assessment) -> Bool {
        (one.exclusions.count, one.conditions.count) < (other.exclusions.count, other.conditions.count)
    }
}
