import Domain
import Foundation
import Matching

/// Where one place stands for a profile, and why.
struct ExplanationBody: Encodable, Sendable {
    let searchedAt: String
    let dataVersion: String
    let rankingVersion: String
    let service: Standing
    @OrNull var comparedWith: Standing?
    /// Only where both have a place in the list.
    @OrNull var comparison: Comparison?

    struct Standing: Encodable, Sendable {
        let serviceId: String
        let serviceName: String
        let organizationName: String
        /// `nil` where the place does not fit.
        @OrNull var section: String?
        @OrNull var label: String?
        @OrNull var rank: Int?
        let exclusions: [CodeText]
        /// What would have to be otherwise; `nil` where the place fits.
        @OrNull var change: Change?
        let text: String
    }

    struct Change: Encodable, Sendable {
        let facts: [Fact]
        let ownReasons: [CodeText]
    }

    /// A fact of the profile, by its key there.
    struct Fact: Encodable, Sendable {
        let field: String
        @OrNull var value: String?
        /// Whether it is not there and would have to be.
        let missing: Bool
        let text: String
    }

    struct Comparison: Encodable, Sendable {
        let higher: String
        let lower: String
        /// The first key that differs.
        let key: String
        let text: String
    }
}

extension ExplanationBody {
    static let schema = Schema.Named(
        "PlacementExplanation",
        .object([
            Schema.Property("searchedAt", .moment), Schema.Property("dataVersion", .text),
            Schema.Property("rankingVersion", .text), Schema.Property("service", .named(standing)),
            .optional("comparedWith", .named(standing)),
            .optional("comparison", comparison, "Alleen als beide plekken in de lijst staan."),
        ]))

    private static let standing = Schema.Named(
        "PlacementStanding",
        .object([
            Schema.Property("serviceId", .text), Schema.Property("serviceName", .text),
            Schema.Property("organizationName", .text),
            .optional("section", .code(Section.self), "De groep; null als de plek niet past."),
            .optional("label", .text), .optional("rank", .integer(minimum: 1)),
            Schema.Property("exclusions", .array(.named(CodeText.schema)), "Elke reden waarom de plek niet past."),
            .optional("change", change, "Het kleinste dat anders moet zijn; null als de plek past."),
            Schema.Property("text", .text),
        ]))

    private static let change = Schema.object([
        Schema.Property(
            "facts",
            .array(
                .object([
                    Schema.Property("field", .text, "De naam in het profiel."),
                    .optional("value", .text, "Welke, als het veld een lijst is."),
                    Schema.Property("missing", .boolean, "true: dit is er niet en moet er juist zijn."),
                    Schema.Property("text", .text),
                ])), "Zonder deze feiten past de plek, en met minder minder niet."),
        Schema.Property(
            "ownReasons", .array(.named(CodeText.schema)),
            "Wat aan de plek ligt. Andere antwoorden veranderen dat niet."
        ),
    ])

    private static let comparison = Schema.object([
        Schema.Property("higher", .text), Schema.Property("lower", .text),
        Schema.Property(
            "key", .string(allowed: ["section"] + ReasonKey.allCases.map(\.rawValue) + ["scarcity", "id"]),
            "Het eerste dat verschilt."), Schema.Property("text", .text),
    ])
}
