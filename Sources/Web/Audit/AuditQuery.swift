import Domain
import Foundation
import Ledger

/// Which records somebody wants to see: what, who, about what, and when.
struct AuditQuery: Sendable {
    /// Empty where all kinds are wanted.
    var kinds: Set<RecordKind> = []
    /// The keys that acted; empty where all are wanted.
    var actors: Set<String> = []
    /// The organisations of the keys that acted; empty where all are wanted.
    var organizations: Set<String> = []
    /// The address it is about, or one above it; empty where all are wanted.
    var resources: [String] = []
    var from: Date?
    /// Not included.
    var end: Date?

    init() {}

    init(_ query: QueryValues) {
        kinds = Set(query.texts("eventType").compactMap(RecordKind.init(rawValue:)))
        actors = Set(query.texts("actorId"))
        organizations = Set(query.texts("organizationId"))
        resources = query.texts("resource")
        from = query.text("from").flatMap(Timestamp.date)
        end = query.text("to").flatMap(Timestamp.date)
    }

    /// Whether all that happened in the time is wanted.
    var isOpen: Bool { kinds.isEmpty && actors.isEmpty && organizations.isEmpty && resources.isEmpty }

    func wants(_ record: Record) -> Bool {
        wants(record.kind) && wants(record.actor)
            && (resources.isEmpty || wants(resource: record.resource) || record.places.contains(where: wants(place:)))
    }

    // MARK: Parts of a record

    func wants(_ kind: RecordKind) -> Bool { kinds.isEmpty || kinds.contains(kind) }

    func wants(_ actor: Actor?) -> Bool {
        (actors.isEmpty || actor.map { actors.contains($0.keyID) } == true)
            && (organizations.isEmpty || actor?.organization.map { organizations.contains($0.rawValue) } == true)
    }

    /// - Parameter resource: of a record; `nil` is about nothing that has an address.
    func wants(resource: String?) -> Bool {
        guard !resources.isEmpty, let resource else { return resources.isEmpty }
        return resources.contains { resource == $0 || resource.hasPrefix($0 + "/") }
    }

    /// A hold, and a report on several places, are about the places too.
    func wants(place: ServiceID) -> Bool { wants(resource: "/v1/services/\(place.rawValue)") }

    static let parameters: [Parameter] = [
        Parameter(
            name: "eventType", kind: .code(RecordKind.allCases.map(\.rawValue)),
            description: "Alleen deze soorten gebeurtenissen.", isRepeatable: true),
        Parameter(
            name: "actorId", kind: .text, description: "Alleen wat met deze toegangssleutels is gedaan.",
            isRepeatable: true, example: "key-abcdefgh"),
        Parameter(
            name: "organizationId", kind: .text, description: "Alleen wat voor deze organisaties is gedaan.",
            isRepeatable: true, example: "voorbeeld-de-zilverwilg"),
        Parameter(
            name: "resource", kind: .text,
            description:
                "Alleen wat over dit adres gaat, of over iets eronder. Bij een plek hoort ook wat er wordt vastgehouden.",
            isRepeatable: true, example: "/v1/services/voorbeeld-de-zilverwilg-crisisopvang"),
        Parameter(name: "from", kind: .moment, description: "Vanaf dit tijdstip; het telt zelf mee."),
        Parameter(name: "to", kind: .moment, description: "Tot dit tijdstip; het telt zelf niet mee."),
    ]
}
