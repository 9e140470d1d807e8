package import Domain
import Foundation

/// Every service that may be an answer, with its ``Criteria``, by id: made once per registry, read by every search.
package final class ServiceTable: Sendable {
    /// By id; a row is a place in this list.
    package let services: [Service]
    package let map: Geography
    let criteria: [Criteria]
    /// The same, turned on its side.
    let planes: Planes
    /// Single municipalities by number, for those services that name some; see ``Criteria/lists``.
    let lists: [UInt16]
    private let municipalityNumbers: [MunicipalityCode: UInt16]
    private let provinces: [ProvinceCode?]

    /// - Parameter services: in any order; those that may never be an answer are left out.
    package init(_ services: [Service], on map: Geography) {
        let taking = services.filter(Place.takesPart).sorted { $0.id < $1.id }
        let codes = map.municipalities.map(\.code).prefix(Int(UInt16.max))
        let numbers = Dictionary(zip(codes, UInt16(0)...), uniquingKeysWith: { first, _ in first })
        var writer = AreaWriter(numbers: numbers, map: map)
        criteria = taking.map { service in
            var criteria = Criteria(of: service, on: map)
            writer.write(service, into: &criteria)
            return criteria
        }
        planes = Planes(criteria)
        (self.services, self.map, lists) = (taking, map, writer.lists)
        municipalityNumbers = numbers
        provinces = codes.map { map.municipality($0)?.province }
    }

    /// Where `service` stands; `nil` for one that may never be an answer.
    package func row(of service: ServiceID) -> Int? {
        var (low, high) = (0, services.count)
        while low < high {
            let middle = (low + high) / 2
            if services[middle].id < service { low = middle + 1 } else { high = middle }
        }
        return low < services.count && services[low].id == service ? low : nil
    }

    /// Whether the service in `row` takes people from there.
    func serves(_ row: Int, _ location: LocationInquiry) -> Bool {
        lists.withUnsafeBufferPointer { criteria[row].serves(location, $0) }
    }

    /// The number of a municipality on the map.
    func number(of municipality: MunicipalityCode) -> UInt16? { municipalityNumbers[municipality] }

    func province(ofNumber number: UInt16) -> ProvinceCode? {
        Int(number) < provinces.count ? provinces[Int(number)] : nil
    }
}

/// Writes where a service may be reached from, and where its neighbourhood is dangerous, as provinces and lists.
private struct AreaWriter {
    let numbers: [MunicipalityCode: UInt16]
    let map: Geography
    var lists: [UInt16] = []

    mutating func write(_ service: Service, into criteria: inout Criteria) {
        let start = lists.count
        criteria.lists = UInt32(clamping: start)
        lists += [0, 0]
        lists[start] = UInt16(clamping: writeDanger(of: service, into: &criteria))
        lists[start + 1] = UInt16(clamping: writeReach(of: service, into: &criteria))
    }

    /// What ``DangerAreas/hold(_:)`` finds, for every area there is.
    private mutating func writeDanger(of service: Service, into criteria: inout Criteria) -> Int {
        let level = service.effectiveSecurity
        let (own, stated) = (service.site.municipality.map(Area.municipality), service.site.unsafeForAreas)
        let isKnown = level == .openVisible || level == .sheltered
        let near = stated + (isKnown ? [own].compactMap { $0 } : [])
        var whole = Self.bit(service.site.province)
        for area in near { whole |= bit(of: area) }
        // Of a secret place a municipality is as good as its whole province.
        var any: UInt16 = level == .secret ? whole : 0
        for case .province(let province) in stated { any |= Self.bit(province) }
        criteria.danger = UInt32(whole) | UInt32(any) << 16
        return level == .secret ? 0 : list(near, part: &criteria.dangerPart)
    }

    /// What ``ServiceAreaRule`` finds, for every place somebody may be.
    private mutating func writeReach(of service: Service, into criteria: inout Criteria) -> Int {
        guard service.reach == .regional || service.reach == .local else {
            criteria.servedWhole = .max
            return 0
        }
        for case .province(let province) in service.servedAreas { criteria.servedWhole |= Self.bit(province) }
        return list(service.servedAreas, part: &criteria.servedPart)
    }

    /// Adds the municipalities among `areas`, and marks their provinces.
    private mutating func list(_ areas: [Area], part: inout UInt16) -> Int {
        let before = lists.count
        for case .municipality(let municipality) in areas {
            guard let number = numbers[municipality] else { continue }
            lists.append(number)
            part |= bit(of: .municipality(municipality))
        }
        return lists.count - before
    }

    private func bit(of area: Area) -> UInt16 { map.province(of: area).map(Self.bit) ?? 0 }

    private static func bit(_ province: ProvinceCode) -> UInt16 { 1 << UInt16(province.number) }
}
