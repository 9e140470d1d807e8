import Coverage
import Domain
import Foundation
import Matching
import TestTools
import Testing

/// Every cell against one search by the rules as they are written, place by place, of somebody who is in the province.
@Suite("The gap matrix against the rules one by one, feature F27")
struct SupplyModelTests {
    /// What the model finds in one cell.
    private struct Found: Equatable {
        var takers: Set<String> = []
        var places = 0
        var withoutTotal = 0
        var room = 0
        var free = 0
        var freeRoom = 0
        var unreliable = 0
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func everyCell(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let supply = TestSupply.random(using: &random)
        let filter = SupplyFilter(
            kind: random.chance(15) ? random.one(of: ShelterKind.allCases) : nil,
            form: random.chance(30) ? random.one(of: SupplyFilter.forms) : nil,
            residence: random.chance(40) ? random.one(of: ResidenceGroup.allCases) : nil,
            reach: random.one(of: SupplyFilter.ReachChoice.allCases))
        let found = supply.supply(filter)
        let matrix = supply.matrix(.free, filter)

        for row in matrix.rows {
            let takers = Set(found.row(of: row.group)?.taking.map(\.place.service.id.rawValue) ?? [])
            for cell in row.cells {
                let model = Self.model(row.group, cell.column, filter, supply)
                let inCell = takers.filter { id in
                    supply.drafts.contains { $0.id == id && cell.column.holds($0.service) }
                }
                let all = cell.all
                let mine = Found(
                    takers: inCell, places: all.places, withoutTotal: all.withoutTotal, room: all.room,
                    free: all.free, freeRoom: all.freeRoom, unreliable: all.unreliable)
                #expect(mine == model, "seed \(seed), \(row.group.code) in \(cell.column.code)")
                #expect(all.services == model.takers.count)
            }
        }
    }

    private static func model(
        _ group: TargetGroup, _ column: GapColumn, _ filter: SupplyFilter, _ supply: TestSupply
    ) -> Found {
        var found = Found()
        for draft in supply.drafts where isAsked(draft, group, filter) {
            switch column {
            case .province(let province): guard draft.province == province else { continue }
            case .national: guard draft.reach == .national || draft.reach == nil else { continue }
            }
            let people = people(group, filter).filter {
                draft.kind != .asylumReception || $0.residence == .asylumSeeker
            }
            guard people.contains(where: { takes(draft, $0) }) else { continue }
            found.takers.insert(draft.id)
            let needed = group.profile.placesNeeded(of: draft.unit)
            if let total = draft.total {
                found.places += total
                found.room += total / needed
            } else {
                found.withoutTotal += 1
            }
            let limit: Double = draft.kind.map { $0.agesQuickly ? 24 : 72 } ?? 0
            if let free = draft.free, draft.hoursAgo <= limit {
                let now = draft.isPaused ? 0 : free
                found.free += now >= needed ? now : 0
                found.freeRoom += now / needed
            } else {
                found.unreliable += 1
            }
        }
        return found
    }

    private static func isAsked(_ draft: SupplyDraft, _ group: TargetGroup, _ filter: SupplyFilter) -> Bool {
        guard let kind = draft.kind, draft.status != .ended else { return false }
        if [.hotelEmergency, .mentalHealthAdmission, .homelessShelter].contains(kind) { return false }
        if kind == .omp, group.profile.circumstances.isEmpty { return false }
        if let wanted = filter.kind, wanted != kind { return false }
        let isNational = draft.reach == .national || draft.reach == nil
        switch filter.reach {
        case .all: return true
        case .national: return isNational
        case .own: return !isNational
        }
    }

    /// The people the filter asks about.
    private static func people(_ group: TargetGroup, _ filter: SupplyFilter) -> [Profile] {
        var person = group.profile
        if let form = filter.form { person.exploitationForms = [form] }
        guard let residence = filter.residence else { return [person] }
        return residence.statuses.compactMap { status in
            if let own = group.profile.residence, own != status { return nil }
            if status == .unaccompaniedMinor, person.age >= 18 { return nil }
            person.residence = status
            return person
        }
    }

    private static func takes(_ draft: SupplyDraft, _ profile: Profile) -> Bool {
        var local = profile
        local.currentProvince = draft.province
        let stated = Capacity(unit: draft.unit, total: draft.total)
        let place = Place(service: draft.service, capacity: stated)
        return Assessment(of: place, for: local, on: TestSupply.geography, at: SupplyDraft.now).exclusions.isEmpty
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func theOrderOfPlacesDoesNotMatter(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let supply = TestSupply.random(using: &random)
        let mixed = TestSupply(supply.drafts.shuffled(using: &random))

        let (one, other) = (supply.matrix(.free), mixed.matrix(.free))

        #expect(one.rows.map { $0.cells.map(\.all) } == other.rows.map { $0.cells.map(\.all) })
    }

    /// What a measure counts and what it leaves are together all there is.
    @Test(arguments: [GapMeasure.ending, .withoutAftercare, .ownRegion])
    func nothingIsLostBetweenCountedAndLeft(_ measure: GapMeasure) {
        for seed in 0..<20 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            for row in TestSupply.random(using: &random).matrix(measure).rows {
                for cell in row.cells {
                    #expect(cell.counted.services + cell.left.services == cell.all.services)
                    #expect(cell.counted.places + cell.left.places == cell.all.places)
                    #expect(cell.value == cell.counted.places)
                }
            }
        }
    }
}
