import Domain
import Foundation
import Matching

extension SearchBody {
    static let schema = Schema.Named(
        "PlacementSearchResult",
        .object([
            Schema.Property("searchedAt", .moment), Schema.Property("dataVersion", .text),
            Schema.Property("rankingVersion", .text),
            Schema.Property(
                "banners",
                .array(
                    .object([
                        Schema.Property("code", .code(Banner.self)), Schema.Property("text", .text),
                        .optional("phone", .text),
                    ]))), Schema.Property("responsibility", responsibility),
            Schema.Property("sections", .array(section), "In vaste volgorde; lege groepen staan er niet bij."),
            Schema.Property("excluded", .array(excluded), required: false, "Bij detail=full."),
            Schema.Property(
                "excludedSummary",
                .array(
                    .object([Schema.Property("code", .text), Schema.Property("services", .integer(minimum: 1))])),
                required: false, "Bij detail=top."),
            Schema.Property(
                "blockers",
                .array(
                    .object([
                        Schema.Property("codes", .array(.text, atMost: 2)),
                        Schema.Property("services", .integer(minimum: 1)),
                        Schema.Property("freePlaces", .integer(minimum: 0)), Schema.Property("text", .text),
                    ])), "Welke redenen (één of twee) samen hoeveel plekken dicht houden."),
            Schema.Property("contacts", .array(.named(ContactBody.schema))),
            Schema.Property("emergencyContacts", .array(.named(ContactBody.schema))),
            Schema.Property("advice", .text),
        ]))

    private static let responsibility = Schema.object([
        .optional("municipality", .text), Schema.Property("basis", .code(ResponsibilityBasis.self)),
        .optional("law", .string(allowed: Responsibility.Law.allCases.map(\.rawValue))),
        .optional("centreMunicipality", .text), .optional("riskScreeningRegion", .text),
        Schema.Property("text", .text),
    ])

    private static let section = Schema.object([
        Schema.Property("section", .code(Section.self)), Schema.Property("label", .text),
        Schema.Property("total", .integer(minimum: 1)),
        Schema.Property("placements", .array(.named(PlacementBody.schema))),
    ])

    private static let excluded = Schema.object([
        Schema.Property("serviceId", .text), Schema.Property("serviceName", .text),
        Schema.Property("organizationName", .text), Schema.Property("reasons", .array(.named(CodeText.schema))),
    ])
}

extension PlacementBody {
    static let schema = Schema.Named(
        "Placement",
        .object([
            Schema.Property("rank", .integer(minimum: 1)), Schema.Property("serviceId", .text),
            Schema.Property("serviceName", .text), Schema.Property("organizationId", .text),
            Schema.Property("organizationName", .text), Schema.Property("example", .boolean),
            .optional("shelterKind", .code(ShelterKind.self)), Schema.Property("province", .code(ProvinceCode.self)),
            .optional("reach", .code(Reach.self)), Schema.Property("securityLevel", .code(SecurityLevel.self)),
            Schema.Property("restriction", .code(Restriction.self)), Schema.Property("capacity", capacity),
            Schema.Property(
                "reasons",
                .array(.object([Schema.Property("key", .code(ReasonKey.self)), Schema.Property("text", .text)]))),
            Schema.Property("conditions", .array(.named(CodeText.schema))),
            Schema.Property("ask", .array(.named(CodeText.schema))),
            Schema.Property(
                "below", below, required: false, "Waarom de plek onder de vorige van haar groep staat."),
            Schema.Property("notes", .array(.named(CodeText.schema))),
            .optional("referral", .named(ReferralBody.schema)),
            Schema.Property("scarcity", scarcity, required: false, "Bij scarcity=shown en scarcity=ranked."),
        ]))

    private static let below = Schema.object([
        Schema.Property(
            "key", .string(allowed: ReasonKey.allCases.map(\.rawValue) + ["scarcity", "id"]),
            "Het eerste dat verschilt."), Schema.Property("text", .text),
    ])

    private static let scarcity = Schema.object([
        Schema.Property("profiles", .integer(minimum: 0), "Voor hoeveel andere profielen dit de enige plek is."),
        Schema.Property("labels", .array(.text)), Schema.Property("text", .text),
    ])

    private static let capacity = Schema.object([
        Schema.Property("total", .orNull(.integer(minimum: 0)), required: false),
        Schema.Property("free", .orNull(.integer(minimum: 0)), required: false),
        Schema.Property("held", .integer(minimum: 0), required: false),
        Schema.Property("confirmedAt", .orNull(.moment), required: false),
        Schema.Property("expectedFreeOn", .orNull(.date), required: false),
        Schema.Property("freshness", .code(Freshness.self)), .optional("waitingDays", .integer(minimum: 0)),
    ])
}
