import Domain
import HTTP
import JSONText
import Registry
import Testing

@Suite("A search over the shipped registry")
struct SearchTests {
    static func search(_ json: String, query: String = "") throws -> JSONNode {
        let response = try TestProgram.shipped.get().send(
            .post, "/v1/placements/_search\(query)", as: .coordinator, json: json)
        #expect(response.status == .ok)
        return try response.json
    }

    /// The README's profile, asked once.
    static let readme = Result { try search(Body.readme) }

    @Test func sectionsComeInTheirOrder() throws {
        let codes = try Self.readme.get()["sections"].elements.compactMap { $0["section"].string }
        let order = codes.compactMap { Section(rawValue: $0)?.order }

        #expect(!codes.isEmpty)
        #expect(order.count == codes.count)
        #expect(order == order.sorted())
        #expect(Set(codes).count == codes.count)
    }

    @Test func ranksRunOn() throws {
        let placements = try Self.readme.get()["sections"].elements.flatMap { $0["placements"].elements }

        #expect(placements.map { $0["rank"].integer } == Array(1...placements.count))
    }

    @Test func everySectionHasItsLabelAndTotal() throws {
        let lists = try Shipped.registry.codeLists
        for section in try Self.readme.get()["sections"].elements {
            let code = try #require(Section(rawValue: section["section"].string ?? ""))
            #expect(section["label"].string == lists.label(code))
            #expect(section["total"].integer == section["placements"].elements.count)
        }
    }

    @Test func everyPlaceIsFoundOrExcludedOnce() throws {
        let result = try Self.readme.get()
        let found = result["sections"].elements.flatMap { $0["placements"].elements }
        let ids = (found + result["excluded"].elements).compactMap { $0["serviceId"].string }
        let never: Set<ShelterKind> = [.hotelEmergency, .mentalHealthAdmission]
        let registry = try Shipped.registry
        let expected = registry.services.filter { service in
            guard registry.isCurrent(service), !service.offersPerpetratorHelp else { return false }
            guard let kind = service.shelterKind else { return service.helpKinds.contains(.ambulatorySupport) }
            return !never.contains(kind)
        }

        #expect(ids.sorted() == expected.map(\.id.rawValue).sorted())
    }

    @Test func everyExclusionHasAReasonWithAText() throws {
        let excluded = try Self.readme.get()["excluded"].elements

        #expect(!excluded.isEmpty)
        for service in excluded {
            let reasons = service["reasons"].elements
            #expect(!reasons.isEmpty)
            #expect(reasons.allSatisfy { $0["text"].string?.hasSuffix(".") == true }, "\(service.plain)")
        }
    }

    @Test func reasonsComeInTheOrderOfTheKeys() throws {
        let order = [
            "safety", "conditions", "wishes", "continuity", "least_restrictive", "specialisation", "region",
            "over_security", "wait", "freshness",
        ]
        for placement in try Self.readme.get()["sections"].elements.flatMap({ $0["placements"].elements }) {
            let keys = placement["reasons"].elements.compactMap { $0["key"].string }
            #expect(!keys.isEmpty)
            #expect(keys == order.filter(keys.contains))
            #expect(placement["reasons"].elements.allSatisfy { $0["text"].string?.isEmpty == false })
        }
    }

    @Test func noVisiblePlaceInTheDangerAreaFitsNow() throws {
        let sections = try Self.readme.get()["sections"].elements
        let now = sections.first { $0["section"].string == "fits_now" }?["placements"].elements ?? []

        #expect(now.allSatisfy { $0["province"].string != "NL-OV" })
        #expect(!now.isEmpty)
    }

    @Test func somebodyCanAlwaysBeCalled() throws {
        for json in [Body.readme, Body.minimal, Body.profile(["age": "120", "threat": #""red""#])] {
            let contacts = try Self.search(json)["contacts"].elements
            #expect(!contacts.isEmpty)
            #expect(contacts.allSatisfy { $0["phone"].string?.isEmpty == false })
        }
    }

    @Test func aNationalNumberIsAmongTheContacts() throws {
        let contacts = try Self.readme.get()["contacts"].elements

        #expect(contacts.contains { $0["role"].string == "national_backup" && $0["phone"].string == "033-448 11 86" })
    }
}
