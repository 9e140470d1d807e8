import Domain
import Foundation
import Registry
import Testing

@Suite("Shipped data")
struct ShippedRegistryTests {
    @Test func hasNoFaultsAndNoWarnings() throws {
        switch ShippedData.loaded {
        case .failure(let error): Issue.record("\(error.faults.map(\.short))")
        case .success(let registry): #expect(registry.warnings.map(\.short) == [])
        }
        let names = try FileManager.default.contentsOfDirectory(
            atPath: ShippedData.url.appending(path: "provinces").path)
        #expect(names.sorted() == ProvinceCode.allCases.map { "\($0.rawValue).json" }.sorted())
    }

    /// The municipal division of 1 January 2025, as known.
    @Test(arguments: [
        (ProvinceCode.noordBrabant, 56), (.gelderland, 51), (.zuidHolland, 50), (.noordHolland, 44), (.limburg, 31),
        (.utrecht, 26), (.overijssel, 25), (.fryslan, 18), (.zeeland, 13), (.drenthe, 12), (.groningen, 10),
        (.flevoland, 6),
    ])
    func municipalitiesPerProvince(province: ProvinceCode, count: Int) throws {
        #expect(try ShippedData.registry.geography.municipalities.count { $0.province == province } == count)
    }

    @Test func mapIsComplete() throws {
        let map = try ShippedData.registry.geography

        #expect(map.municipalities.count == 342)
        #expect(map.provinces.map(\.code).sorted() == ProvinceCode.allCases.sorted())
        #expect(Set(map.municipalities.map(\.name)).count == 342)
        #expect(Set(map.provinces.map { [$0.tileColumn, $0.tileRow] }).count == 12)
        #expect(map.municipality(.make("GM0193"))?.name == "Zwolle")
    }

    @Test(arguments: [
        (RegionKind.safetyRegion, 25), (.veiligThuisArea, 26), (.policeUnit, 10), (.centreMunicipality, 35),
    ])
    func regions(kind: RegionKind, count: Int) throws {
        let map = try ShippedData.registry.geography
        let regions = map.regions.filter { $0.kind == kind }

        #expect(regions.count == count)
        #expect(Set(regions.map(\.name)).count == count)
        let used = Set(
            map.municipalities.compactMap { municipality in
                switch kind {
                case .safetyRegion: municipality.safetyRegion
                case .veiligThuisArea: municipality.veiligThuisArea
                case .policeUnit: municipality.policeUnit
                case .centreMunicipality: municipality.centreMunicipality
                }
            })
        #expect(used == Set(regions.map(\.name)), "every region has a municipality")
    }

    @Test func examplesLookLikeACountry() throws {
        let registry = try ShippedData.registry
        let examples = registry.organizations.filter(\.isExample)

        #expect(examples.count >= 150)
        #expect(examples.flatMap(\.services).count >= 260)
        for province in ProvinceCode.allCases {
            #expect(examples.contains { $0.province == province }, "\(province.rawValue)")
            #expect(registry.services.contains { $0.isExample && $0.site.province == province }, "\(province.rawValue)")
        }
    }

    @Test func whatIsInventedSaysSo() throws {
        for organization in try ShippedData.registry.organizations {
            let saysSo = organization.name.hasSuffix("(voorbeeld)")
            #expect(saysSo == organization.isExample, "\(organization.id.rawValue)")
            #expect(organization.services.allSatisfy { $0.isExample == organization.isExample })
        }
        for network in try ShippedData.registry.networks {
            #expect(network.isExample == network.name.hasSuffix("(voorbeeld)"), "\(network.id)")
        }
        for coordinator in try ShippedData.registry.coordination.coordinators {
            #expect(coordinator.isExample == coordinator.name.hasSuffix("(voorbeeld)"), "\(coordinator.id)")
        }
    }

    /// Real organisations never get invented counts, and always a source (domain section 6).
    @Test func whatIsRealHasASourceAndNoCount() throws {
        for organization in try ShippedData.registry.organizations where !organization.isExample {
            #expect(organization.sources.contains { !$0.title.isEmpty }, "\(organization.id.rawValue)")
            #expect(organization.sources.contains { $0.date != nil }, "\(organization.id.rawValue)")
            for service in organization.services {
                #expect(service.startingCapacity?.free == nil, "\(service.id.rawValue)")
                #expect(service.startingCapacity?.confirmedAt == nil, "\(service.id.rawValue)")
                #expect(service.startingCapacity?.expectedFreeOn == nil, "\(service.id.rawValue)")
            }
        }
    }

    @Test func noSecretPlaceIsNearerThanItsProvince() throws {
        let secret = try ShippedData.registry.services.filter { $0.effectiveSecurity == .secret }

        #expect(!secret.isEmpty)
        for service in secret {
            #expect(service.site.municipality == nil, "\(service.id.rawValue)")
            #expect(!(service.serviceArea ?? []).contains { $0.code.hasPrefix("GM") }, "\(service.id.rawValue)")
        }
    }

    @Test func countsOfEveryFreshnessAreThere() throws {
        let shelters = try ShippedData.registry.services.filter { !$0.isAmbulatory }
        let found = Set(shelters.map { $0.freshness(of: $0.startingCapacity, at: DataFolder.now) })

        #expect(found == Set(Freshness.allCases))
    }

    /// Feature F03 and rule R3.
    @Test func everyMunicipalityHasSomebodyToCall() throws {
        let registry = try ShippedData.registry
        var uncovered = 0

        for municipality in registry.geography.municipalities {
            let contacts = registry.coordination.contacts(for: municipality.code)
            if registry.coordination.coordinator(of: municipality.code) == nil {
                uncovered += 1
                #expect(contacts.map(\.role) == [.nationalBackup], "\(municipality.name)")
                #expect(contacts.map(\.phone) == ["033-448 11 86"])
            } else {
                #expect(contacts.first?.role == .coordinator, "\(municipality.name)")
            }
        }
        #expect(uncovered > 0, "most, not all, municipalities are covered")
        #expect(uncovered < 171)
    }

    @Test func figuresOfOneSeriesAreOfOneUnit() throws {
        for (series, figures) in Dictionary(grouping: try ShippedData.registry.figures, by: \.series) {
            #expect(Set(figures.map(\.unit)).count == 1, "\(series)")
            #expect(figures.allSatisfy { !$0.source.title.isEmpty }, "\(series)")
        }
    }
}
