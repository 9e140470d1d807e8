import Access
import Domain
import Foundation
import HTTP
import Hashing
import Ledger
import Registry
import TestTools
import Testing

/// The village on a small map, in which every fact that somebody may not know is a value that stands nowhere else,
/// with a journal, holds and keys that are marked in the same way.
struct MarkedVillage {
    let program: TestProgram
    private(set) var marks: [Mark] = []
    private(set) var holds: [String] = []
    /// Where the events of what happened here end.
    private(set) var lastEvent = 0

    static let house = "voorbeeld-huis"
    static let other = "voorbeeld-ander"
    static let otherSheltered = "voorbeeld-ander-schuil"

    /// A town for each fact that hangs on one, and one for none.
    enum Town: String, CaseIterable {
        case neutral = "GM9810"
        case secret = "GM9811"
        case secretUnsafe = "GM9812"
        case sheltered = "GM9813"
        case shelteredArea = "GM9814"
        case shelteredUnsafe = "GM9815"
        case visibleUnsafe = "GM9816"
        case otherSheltered = "GM9817"

        var code: MunicipalityCode { .make(rawValue) }
        /// A word that nothing else says.
        var name: String { "Merkstede\(rawValue.suffix(1))oord" }
    }

    init() throws {
        program = try TestProgram(Self.registry, clock: TestClock(TestClock.start), isProduction: true)
        marks = Self.facts
        try happen()
        marks +=
            Self.people + [
                Mark("directory", program.directory.path),
                .seen("head of the chain", program.ledger.state.head.hex, by: .readAuditEvents),
            ]
    }

    // MARK: What is in the files

    private static var facts: [Mark] {
        func town(_ town: Town, _ organization: String? = nil) -> [Mark] {
            [(town.rawValue, Town.neutral.rawValue), (town.name, Town.neutral.name)].enumerated().map { number, pair in
                guard let organization else {
                    return Mark("\(town) \(pair.0)", pair.0, address: town.rawValue, control: pair.1)
                }
                let seen = Mark.seen(
                    "\(town)", pair.0, by: .seeShelteredMunicipality, of: organization, control: pair.1)
                // Answers name a town by its code; by its name only the map and the page of a place do.
                guard number > 0 else { return seen }
                return Mark(
                    "\(town) \(pair.0)", pair.0, readers: seen.readers, address: town.rawValue, control: pair.1)
            }
        }
        return town(.secret) + town(.secretUnsafe) + town(.shelteredUnsafe) + town(.visibleUnsafe)
            + town(.sheltered, house) + town(.shelteredArea, house) + town(.otherSheltered, other) + [
                .seen("count", "6733", by: .readCounts), .seen("total", "7919", by: .readCounts),
                Mark("count in words", "6.733", readers: Set(Visitor.signedIn)),
                .seen("moment of a count", "2026-11-20T03:41:17Z", by: .readCounts),
            ]
    }

    private static var registry: Registry {
        get throws {
            let shipped = try Shipped.registry
            // Few enough for one page of a list, so that a list that names one names all.
            let towns = Town.allCases.map {
                Municipality(code: $0.code, name: $0.name, province: .overijssel, safetyRegion: "IJsselland")
            }
            let known = shipped.geography.municipalities.filter { [.zwolle, .eindhoven].contains($0.code) }
            let map = Geography(
                provinces: shipped.geography.provinces, municipalities: known + towns, regions: [])
            return Registry(
                geography: map, organizations: [Self.houses, Self.others],
                coordination: Coordination(coordinators: [], uncovered: [:], backup: shipped.coordination.backup),
                referenceProfiles: shipped.referenceProfiles, codeLists: shipped.codeLists, version: "merk")
        }
    }

    private static var houses: Organization {
        func site(_ town: Town?, unsafe: Town) -> Site {
            Site(province: .overijssel, municipality: town?.code, unsafeForAreas: [.municipality(unsafe.code)])
        }
        let places = [
            Village.place(
                Village.visible, .crisisShelter,
                Site(
                    province: .overijssel, municipality: .zwolle,
                    unsafeForAreas: [.municipality(Town.visibleUnsafe.code)]), .openVisible, free: 2),
            Village.place(
                Village.sheltered, .womensShelter, site(.sheltered, unsafe: .shelteredUnsafe), .sheltered, free: 1,
                area: [.municipality(Town.shelteredArea.code)]),
            Village.place(
                Village.secret, .womensShelter, site(.secret, unsafe: .secretUnsafe), .secret, free: 3),
        ]
        return Organization(
            id: .make(house), name: "Huis", kind: .shelterProvider, province: .overijssel, municipality: .zwolle,
            services: places)
    }

    private static var others: Organization {
        let count = Capacity(
            total: 7_919, free: 6_733, confirmedAt: Timestamp.date("2026-11-20T03:41:17Z"))
        let places = [
            Service(
                id: .make(Village.other), organization: .make(other), organizationName: other, name: "Kamers",
                shelterKind: .crisisShelter, site: Site(province: .noordBrabant, municipality: .eindhoven),
                securityLevel: .openVisible, restriction: .open, startingCapacity: count),
            Village.place(
                otherSheltered, .womensShelter,
                Site(province: .overijssel, municipality: Town.otherSheltered.code), .sheltered, owner: other, free: 4),
        ]
        return Organization(id: .make(other), name: "Ander", kind: .shelterProvider, services: places)
    }

    // MARK: What happens

    private static let request = UUID(uuid: (77, 65, 82, 75, 77, 65, 64, 75, 141, 65, 82, 75, 77, 65, 82, 75))

    /// Counts, holds and refusals, each by somebody else.
    private mutating func happen() throws {
        try keep(Village.visible, by: .coordinator, of: Self.house, also: [.coordinator])
        try keep(Self.otherSheltered, by: .comensha, of: Self.other, also: [])
        for (visitor, service) in [(Visitor.shelter, Village.sheltered), (.otherShelter, Self.otherSheltered)] {
            _ = try program.send(.post, "/v1/services/\(service)/capacity/confirmations", as: visitor)
        }
        _ = try program.send(
            Self.marked(.put, "/v1/services/\(Village.visible)/capacity", as: .policy, json: Body.count(free: 1)))
        _ = try program.send(
            Self.marked(
                .post, "/v1/services/\(Village.secret)/capacity/confirmations", as: .shelter, json: nil))
        lastEvent = program.ledger.state.sequence * 1_000
        marks.append(
            .seen("number of a request", Self.request.uuidString.lowercased(), by: .readAuditEvents))
    }

    private mutating func keep(
        _ service: String, by visitor: Visitor, of organization: String, also holders: Set<Visitor>
    ) throws {
        let response = try program.openHold(on: service, as: visitor, key: "merkteken-\(visitor.rawValue)-idem")
        let reference = try #require(try response.json["reference"].string)
        holds.append(reference)
        var readers = holders.union([visitor])
        readers.formUnion(
            Visitor.allCases.filter { $0 != .coordinator && $0.may(.readHolds, of: organization) })
        marks += [
            Mark("hold of \(visitor)", reference, readers: readers, seers: readers),
            Mark("idempotency key", "merkteken-\(visitor.rawValue)-idem"),
        ]
    }

    private static func marked(
        _ method: HTTP.Method, _ path: String, as visitor: Visitor, json: String?
    ) -> Request {
        let made = Request.make(method, path, fields: ["Authorization": "Bearer \(visitor.secret ?? "")"])
        return Request(
            method: method, path: made.path, segments: made.segments,
            fields: json == nil ? made.fields : made.fields.with("Content-Type", "application/json"),
            body: Array((json ?? "").utf8), peer: peer, id: request)
    }

    // MARK: Who they are

    /// An address of the documentation's own range (RFC 5737).
    static let peer = "203.0.113.77"

    private static var people: [Mark] {
        let secrets = Visitor.allCases.compactMap(\.secret).map { Mark("secret \($0)", $0) }
        let ids = Visitor.signedIn.map { visitor in
            let shelters = Visitor.allCases.filter { other in
                other.principal?.organization != nil && other.principal?.organization == visitor.principal?.organization
            }
            return Mark(
                "id of the key of \(visitor)", "toets-\(visitor.rawValue)",
                readers: Set([.admin, visitor] + shelters),
                seers: [.coordinator, .comensha, .shelter, .otherShelter].contains(visitor) ? [.admin] : [])
        }
        let names = Visitor.signedIn.map { visitor in
            Mark(
                "name of the key of \(visitor)", "Toets \(visitor.rawValue)", readers: [.admin, visitor])
        }
        return secrets + ids + names + [Mark("address", peer)]
    }
}

extension Fields {
    fileprivate func with(_ name: FieldName, _ value: String) -> Fields {
        var fields = self
        fields.set(name, value)
        return fields
    }
}
