import Access
import Domain
import Foundation
import HTTP
import JSONText
import Matching
import Registry

/// Why one place stands where it stands, or does not fit. A POST like the search: nothing of a
/// profile may stand in an address.
enum ExplanationRoutes {
    static let all: [Route] = [
        Route(
            method: .post, path: "/v1/placements/_explain", id: "explainPlacement", tag: .matching,
            summary:
                "Legt van één plek uit waar zij staat of waarom zij niet past, en wat er dan anders moet zijn. Vergelijkt desgewenst met een andere plek. Er wordt niets bewaard.",
            access: .permitted(.searchPlacements), body: .json(PlacementQuestion.schema),
            answers: [
                Route.Answer(status: .ok, description: "De uitleg.", schema: .named(ExplanationBody.schema))
            ], handler: .now(explain))
    ]

    @Sendable
    private static func explain(_ call: Call) throws -> Reply {
        try call.requireJSON()
        let question = try PlacementQuestion.read(call)
        return try .json(call.snapshot.explanation(of: question, at: call.now))
    }
}

/// What is asked: a person, a place, and perhaps another one to compare it with.
struct PlacementQuestion: Sendable {
    let profile: Profile
    let service: Service
    let other: Service?

    private static let id = Schema.string(pattern: "^[a-z0-9-]{1,100}$", example: "voorbeeld-de-linde-crisis")

    static let schema = Schema.Named(
        "PlacementQuestion",
        .object([
            Schema.Property("profile", .named(ProfileSchema.schema)),
            Schema.Property("serviceId", id, "De plek waar het om gaat."),
            Schema.Property(
                "comparedWith", .orNull(id), required: false, "Een andere plek, om mee te vergelijken."),
        ]))

    /// A service that nobody knows is a fault in what was sent, as in `mustNot`: the address exists.
    /// - Throws: a ``Problem`` with every fault.
    static func read(_ call: Call) throws -> PlacementQuestion {
        let registry = call.snapshot.registry
        let faults = InputFaults()
        let object = try call.document(faults).object(["profile", "serviceId", "comparedWith"])
        let service = object?.required("serviceId")?.service(of: registry)
        let other = object?["comparedWith"]?.service(of: registry)
        if let service, service === other { object?.fault(.rule(ExplanationRule.sameService), at: "comparedWith") }
        let profile = object?.required("profile").flatMap(ProfileReader(registry: registry).read)
        try call.refuse(faults)
        guard let profile, let service else { throw Problem.internalFault }
        return PlacementQuestion(profile: profile, service: service, other: other)
    }
}

extension JSONReader {
    fileprivate func service(of registry: Registry) -> Service? {
        guard let id = parsed(.identifier, ServiceID.init(rawValue:)) else { return nil }
        let service = registry.service(id)
        if service == nil { fault(.rule(ExplanationRule.unknownService)) }
        return service
    }
}

/// What a question about a place must keep to, beyond names and types.
enum ExplanationRule: InputRule {
    case unknownService
    case sameService

    var code: String {
        switch self {
        case .unknownService: "unknown_service"
        case .sameService: "same_service"
        }
    }

    var sentence: String {
        switch self {
        case .unknownService: "Deze plek kennen we niet."
        case .sameService: "Dit is dezelfde plek. Kies een andere om mee te vergelijken."
        }
    }
}
