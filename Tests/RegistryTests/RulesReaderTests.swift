import Domain
import Foundation
import JSONText
import Testing

@testable import Registry

@Suite("Rules read as the files are")
struct RulesReaderTests {
    /// What is wrong with `text` as the rules of a service of the small registry, as `/pointer code`.
    private static func faults(_ text: String, _ id: String, changing changes: [SmallRegistry.Change] = []) throws
        -> [String]
    {
        let registry = try SmallRegistry.folder(changing: changes).load()
        let service = try #require(registry.services.first { $0.name == id || $0.id.rawValue == id })
        let organization = try #require(registry.organization(of: service))
        let found = InputFaults()
        let node = try JSONParser.parse(Array(text.utf8))
        _ = RulesReader(for: service, of: organization, on: registry.geography).read(JSONReader(node, faults: found))
        return found.all.map { fault in
            guard case .rule(let rule) = fault.kind else { return "\(fault.pointer) \(fault.kind)" }
            return "\(fault.pointer) \(rule.code)"
        }
    }

    private static func services() throws -> [Service] { try SmallRegistry.folder().load().services }

    private static func id(_ level: SecurityLevel, _ kind: ShelterKind? = nil) throws -> String {
        try #require(
            services().first {
                $0.securityLevel == level && (kind == nil ? $0.shelterKind != .omp : $0.shelterKind == kind)
            }
        ).id.rawValue
    }

    private static let address =
        #"{"contraIndications":[{"code":"aggression","hardness":"conditional","condition":"Kom naar Dorpsstraat 1, 1234 AB."}]}"#

    @Test(arguments: [SecurityLevel.sheltered, .secret])
    func anAddressOnAHiddenPlaceIsRefused(level: SecurityLevel) throws {
        #expect(
            try Self.faults(Self.address, Self.id(level)) == ["/contraIndications/0/condition address_in_text"])
    }

    @Test func aPlaceThatBecomesHiddenMayHaveNoAddressInItsTexts() throws {
        let visible = try Self.id(.openVisible)
        let hidden = #"{"securityLevel":"secret"}"#
        let withAddress = [
            SmallRegistry.Change(
                file: SmallRegistry.overijssel, pointer: SmallRegistry.visible + "/description",
                value: "Aan de Dorpsstraat, 1234 AB.")
        ]

        #expect(try Self.faults(Self.address, visible).isEmpty)
        #expect(try Self.faults(hidden, visible).isEmpty)
        #expect(try Self.faults(hidden, visible, changing: withAddress) == ["/securityLevel address_elsewhere"])
        #expect(try Self.faults("{}", visible, changing: withAddress).isEmpty)
    }

    @Test func thoseOfTheFilesArePassed() throws {
        #expect(try Self.faults("{}", Self.id(.secret)).isEmpty)
        #expect(
            try Self.faults(#"{"admission":{"minimumAge":20,"maximumAge":18}}"#, Self.id(.secret))
                == ["/admission/minimumAge ages_the_wrong_way_round"])
        #expect(
            try Self.faults(
                #"{"contraIndications":[{"code":"newborn","hardness":"none","condition":"Kan."}]}"#, Self.id(.secret))
                == ["/contraIndications/0/condition condition_without_consultation"])
        #expect(
            try Self.faults(#"{"address":"Dorpsstraat 1"}"#, Self.id(.openVisible)) == ["/address address_not_held"])
    }

    @Test func anOMPPlaceHasNoContraIndications() throws {
        let omp = try #require(try Self.services().first { $0.shelterKind == .omp }).id.rawValue

        #expect(
            try Self.faults(#"{"contraIndications":[{"code":"newborn","hardness":"none"}]}"#, omp)
                == ["/contraIndications omp_without_contra_indications"])
    }
}

@Suite("Registry with saved rules")
struct RegistryRulesTests {
    @Test func savedRulesStandInThePlaceOfThoseOfTheFiles() throws {
        let registry = try ShippedData.registry
        let service = try #require(registry.services.first { $0.shelterKind == .womensShelter })
        let rules = AdmissionRules(admission: Admission(maximumAge: .years(66)), languages: ["nl"])

        let (changed, unused) = registry.applying([service.id: rules])

        let found = try #require(changed.service(service.id))
        #expect(unused.isEmpty && found.admission == rules.admission && found.languages == ["nl"])
        #expect(changed.version == registry.version && changed.services.map(\.id) == registry.services.map(\.id))
        let organization = try #require(changed.organization(of: found))
        #expect(organization.services.contains { $0 === found })
        #expect(changed.networks.count == registry.networks.count && changed.figures.count == registry.figures.count)
        #expect(changed.referenceProfiles.map(\.id) == registry.referenceProfiles.map(\.id))
        // All others are the very same.
        for other in changed.services where other.id != service.id {
            #expect(registry.service(other.id) === other)
        }
    }

    @Test func whatDoesNotFitIsToldAndChangesNothing() throws {
        let registry = try ShippedData.registry
        let gone = try #require(ServiceID(rawValue: "bestaat-niet-meer"))
        let omp = try #require(registry.services.first { $0.shelterKind == .omp })
        let rules = AdmissionRules(contraIndications: [ContraIndication(.newborn, .absolute)])

        let (changed, unused) = registry.applying([gone: rules, omp.id: rules])

        #expect(Set(unused) == [.unknownService(gone), .conflict(omp.id, .multiProblemShelterRefuses)])
        #expect(changed.service(omp.id) === omp && changed.services.count == registry.services.count)
    }

    /// Nobody loses anything by a set that says what the files say.
    @Test func theRulesOfTheFilesChangeNothing() throws {
        let registry = try ShippedData.registry
        let all = Dictionary(registry.services.map { ($0.id, $0.rules) }, uniquingKeysWith: { first, _ in first })

        let (changed, unused) = registry.applying(all)

        #expect(unused.isEmpty)
        for service in registry.services {
            let same = try #require(changed.service(service.id))
            #expect(same.rules == service.rules && same.site == service.site)
            #expect(same.serviceArea == service.serviceArea && same.securityLevel == service.securityLevel)
        }
    }
}
