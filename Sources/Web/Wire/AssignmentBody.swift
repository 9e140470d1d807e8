import Domain
import Foundation
import Matching
import Registry

/// The answer to a question for several people at once (contract section 5).
struct AssignmentBody: Encodable, Sendable {
    let searchedAt: String
    let dataVersion: String
    let rankingVersion: String
    let assignments: [PlaceOfPerson]
    let unplaced: [PersonLeft]
    /// How many people have a place.
    let placed: Int
    let optimal: Bool

    struct PlaceOfPerson: Encodable, Sendable {
        let person: Int
        let serviceId: String
        let serviceName: String
        let organizationName: String
        let section: String
        let rank: Int
    }

    struct PersonLeft: Encodable, Sendable {
        let person: Int
        let reasons: [CodeText]
    }

    init(_ placement: JointPlacement, snapshot: Snapshot, at now: Date) {
        searchedAt = Timestamp.preciseText(now)
        (dataVersion, rankingVersion) = (snapshot.dataVersion, Matcher.rankingVersion)
        assignments = placement.assignments.map { assignment in
            let candidate = assignment.candidate
            return PlaceOfPerson(
                person: assignment.person, serviceId: candidate.service.id.rawValue,
                serviceName: candidate.service.name, organizationName: candidate.service.organizationName,
                section: candidate.section.rawValue, rank: candidate.rank)
        }
        let sentences = Sentences(codes: snapshot.registry.codeLists, map: snapshot.registry.geography)
        unplaced = placement.unplaced.map { left in
            PersonLeft(
                person: left.person, reasons: left.reasons.map { CodeText(code: $0.code, text: sentences.text(of: $0)) }
            )
        }
        (placed, optimal) = (placement.assignments.count, placement.isOptimal)
    }

    static let schema = Schema.Named(
        "JointPlacement",
        .object([
            Schema.Property("searchedAt", .moment), Schema.Property("dataVersion", .text),
            Schema.Property("rankingVersion", .text),
            Schema.Property("assignments", .array(assignment), "Wie een plek heeft, op nummer."),
            Schema.Property("unplaced", .array(left), "Wie geen plek heeft, en waarom."),
            Schema.Property("placed", .integer(minimum: 0), "Hoeveel personen een plek hebben."),
            Schema.Property(
                "optimal", .boolean,
                "Of bewezen is dat het niet beter kan: niet meer mensen, en bij zoveel mensen geen lagere som van rangen."
            ),
        ]))

    private static let person = Schema.Property(
        "person", .integer(minimum: 0), "Het nummer in ‘people’, vanaf 0.")

    private static let assignment = Schema.object([
        person, Schema.Property("serviceId", .text), Schema.Property("serviceName", .text),
        Schema.Property("organizationName", .text), Schema.Property("section", .code(Section.self)),
        Schema.Property("rank", .integer(minimum: 1), "De rang van deze plek als de persoon alleen zoekt."),
    ])

    private static let left = Schema.object([person, Schema.Property("reasons", .array(.named(CodeText.schema)))])
}
