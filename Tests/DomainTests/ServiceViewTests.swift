import Domain
import Foundation
import Testing

/// What of a place leaves the program, per audience (domain section 2, no. 3 and 10; feature F16).
@Suite("Service view")
struct ServiceViewTests {
    private static let map = Geography(
        provinces: [],
        municipalities: [
            Municipality(code: .zwolle, name: "Zwolle", province: .overijssel, safetyRegion: "IJsselland"),
            Municipality(code: .deventer, name: "Deventer", province: .overijssel, safetyRegion: "IJsselland"),
            Municipality(
                code: .eindhoven, name: "Eindhoven", province: .noordBrabant, safetyRegion: "Brabant-Zuidoost"),
        ],
        regions: [])
    private static let now = Date(timeIntervalSince1970: 1_795_161_600)

    private static func make(
        _ level: SecurityLevel, for audience: Audience, shelterKind: ShelterKind? = .womensShelter,
        capacity: Capacity? = nil
    ) -> ServiceView {
        let site = Site(
            province: .overijssel, municipality: level == .secret ? nil : .zwolle,
            unsafeForAreas: [.municipality(.eindhoven)])
        let service = Service.make(
            shelterKind: shelterKind, site: site,
            serviceArea: [.municipality(.zwolle), .municipality(.deventer), .province(.noordBrabant)],
            securityLevel: level)
        return ServiceView(of: service, capacity: capacity, for: audience, on: map, at: now)
    }

    @Test(arguments: [
        (SecurityLevel.none, Audience.everyone, true), (.none, .professional, true), (.none, .placement, true),
        (.openVisible, .everyone, true), (.openVisible, .professional, true), (.openVisible, .placement, true),
        (.sheltered, .everyone, false), (.sheltered, .professional, false), (.sheltered, .placement, true),
        (.secret, .everyone, false), (.secret, .professional, false), (.secret, .placement, false),
    ])
    func municipality(level: SecurityLevel, audience: Audience, isSeen: Bool) {
        let view = Self.make(level, for: audience)

        #expect(view.province == .overijssel)
        #expect(view.municipality == (isSeen ? .zwolle : nil))
        let areas = (view.serviceArea ?? []).map(\.code).sorted()
        #expect(areas == (isSeen ? ["GM0150", "GM0193", "NL-NB"] : ["NL-NB", "NL-OV"]))
    }

    @Test(arguments: SecurityLevel.allCases, [Audience.everyone, .professional, .placement])
    func nothingNearerThanTheProvinceIsAnywhereInTheViewOfASecretPlace(level: SecurityLevel, audience: Audience) {
        var shown = ""
        dump(Self.make(level, for: audience), to: &shown)

        #expect(!shown.contains("GM0772"), "the areas it is unsafe for never leave")
        if level == .secret || (level == .sheltered && audience != .placement) { #expect(!shown.contains("GM")) }
    }

    @Test(arguments: [Audience.everyone, .professional, .placement])
    func freePlacesAreForWhoSignedIn(audience: Audience) {
        let capacity = Capacity(total: 6, free: 2, confirmedAt: Self.now)
        let view = Self.make(.openVisible, for: audience, capacity: capacity)

        #expect(view.capacity == (audience == .everyone ? nil : capacity))
        #expect(view.freshness == (audience == .everyone ? nil : .fresh))
        #expect(Self.make(SecurityLevel.none, for: audience, shelterKind: nil, capacity: capacity).capacity == nil)
    }

    /// A place of which nobody stated a count is unknown, not absent (contract section 8).
    @Test func aCountNobodyStatedIsUnknown() {
        let view = Self.make(.openVisible, for: .professional)

        #expect(view.capacity == Capacity())
        #expect(view.freshness == .unknown)
    }
}
