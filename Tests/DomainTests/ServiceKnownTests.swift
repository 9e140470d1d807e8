import Domain
import Foundation
import Testing

/// What pictures are made from for people who may not know where a place is (feature F16).
@Suite("A service as an audience may know it")
struct ServiceKnownTests {
    private static let town = MunicipalityCode(rawValue: "GM0163")
    private static let map = Geography(
        provinces: [],
        municipalities: [town].compactMap { $0 }.map {
            Municipality(code: $0, name: "Hellendoorn", province: .overijssel, safetyRegion: "Twente")
        }, regions: [])

    private func service(_ level: SecurityLevel, unsafeForAreas: [Area] = []) throws -> Service {
        let town = try #require(Self.town)
        return Service(
            id: try #require(ServiceID(rawValue: "plek")), organization: try #require(OrganizationID(rawValue: "huis")),
            organizationName: "Huis", name: "Kamers", description: "Een huis.", shelterKind: .womensShelter,
            helpKinds: [.aftercare], phases: [.first],
            site: Site(
                province: .overijssel, municipality: level == .secret ? nil : town, unsafeForAreas: unsafeForAreas),
            reach: .local, serviceArea: [.municipality(town)], securityLevel: level, restriction: .open,
            admission: Admission(genders: [.female]), contraIndications: [ContraIndication(.newborn, .absolute)],
            specialFor: [.target(.girls)], expertiseLevel: .basic, livedExperience: true, languages: ["nl"],
            interpreter: true, referral: Referral(routes: [.direct]), stay: Stay(maximumDays: 90),
            waiting: Waiting(days: 3), aftercare: .yes, funding: [.wmo], fundingTerm: .pilot,
            fundingEndsOn: CalendarDate(text: "2027-01-01"))
    }

    @Test(arguments: [
        (SecurityLevel.none, Audience.everyone, true), (.openVisible, .everyone, true), (.sheltered, .everyone, false),
        (.sheltered, .professional, false), (.sheltered, .placement, true), (.secret, .everyone, false),
        (.secret, .placement, false),
    ])
    func theMunicipalityIsThereForWhoMayKnow(_ level: SecurityLevel, _ audience: Audience, _ knows: Bool) throws {
        let town = try #require(Self.town)
        let known = try service(level).known(to: audience, on: Self.map)

        #expect(known.site.municipality == (knows ? town : nil))
        let area: Area = knows ? .municipality(town) : .province(.overijssel)
        #expect(known.serviceArea == [area])
    }

    /// Areas that a place is not safe for are for the rules alone, whoever looks.
    @Test(arguments: [SecurityLevel.openVisible, .sheltered, .secret], [Audience.everyone, .placement])
    func unsafeAreasAreNeverThere(_ level: SecurityLevel, _ audience: Audience) throws {
        let known = try service(level, unsafeForAreas: [.province(.drenthe)]).known(to: audience, on: Self.map)

        #expect(known.site.unsafeForAreas == [])
    }

    /// All the rest is as it was.
    @Test(arguments: [SecurityLevel.openVisible, .sheltered, .secret])
    func theRestIsTheSame(_ level: SecurityLevel) throws {
        let service = try service(level, unsafeForAreas: [.province(.drenthe)])
        func told(_ service: Service) -> String {
            let view = ServiceView(of: service, capacity: nil, for: .everyone, on: Self.map, at: .distantPast)
            return String(reflecting: view)
        }

        #expect(told(service.known(to: .everyone, on: Self.map)) == told(service))
    }
}
