import Domain
import Foundation

/// Whom a place takes in, as the API tells it.
struct AdmissionBody: Encodable, Sendable {
    @OrNull var genders: [String]?
    @OrNull var welcomesTransgender: Bool?
    @OrNull var minimumAge: Int?
    @OrNull var maximumAge: Int?
    @OrNull var households: [String]?
    @OrNull var sonsMaximumAge: Int?
    @OrNull var residence: [String: String]?
    let residenceReasons: [String: String]
    let exploitationForms: [String]
    let onlyFor: [String]
    @OrNull var wheelchair: Bool?
    @OrNull var pets: String?
    @OrNull var requiresPoliceReport: Bool?
    @OrNull var accessDecision: String?
    /// Names of the bounds that are `null` because nobody stated them, not because there are none.
    let notStated: [String]

    init(_ admission: Admission) {
        (genders, welcomesTransgender) = (admission.genders?.map(\.rawValue), admission.welcomesTransgender)
        (minimumAge, maximumAge) = (admission.minimumAge.years, admission.maximumAge.years)
        (households, sonsMaximumAge) = (admission.households?.map(\.rawValue), admission.sonsMaximumAge.years)
        residence = admission.residence.map(Self.plain)
        residenceReasons = Self.plain(admission.residenceReasons)
        exploitationForms = admission.exploitationForms.map(\.rawValue)
        onlyFor = admission.onlyFor.map(\.rawValue)
        (wheelchair, pets) = (admission.wheelchair, admission.pets?.rawValue)
        (requiresPoliceReport, accessDecision) = (admission.requiresPoliceReport, admission.accessDecision?.rawValue)
        let limits: [(String, Admission.Limit)] = [
            ("minimumAge", admission.minimumAge), ("maximumAge", admission.maximumAge),
            ("sonsMaximumAge", admission.sonsMaximumAge),
        ]
        notStated = limits.filter { $0.1 == .notStated }.map(\.0)
    }

    private static func plain<Key: Code, Value: Code>(_ codes: [Key: Value]) -> [String: String] {
        Dictionary(codes.map { ($0.key.rawValue, $0.value.rawValue) }, uniquingKeysWith: { first, _ in first })
    }

    static let schema = Schema.Named(
        "Admission",
        .object([
            .optional("genders", .array(.code(Gender.self))), .optional("welcomesTransgender", .boolean),
            .optional("minimumAge", .integer(minimum: 0, maximum: 120)),
            .optional("maximumAge", .integer(minimum: 0, maximum: 120)),
            .optional("households", .array(.code(Household.self))),
            .optional("sonsMaximumAge", .integer(minimum: 0, maximum: 120)),
            .optional("residence", .map(.code(ResidenceAnswer.self), names: ResidenceStatus.allCases.map(\.rawValue))),
            Schema.Property(
                "residenceReasons", .map(.code(ResidenceReason.self), names: ResidenceStatus.allCases.map(\.rawValue))),
            Schema.Property("exploitationForms", .array(.code(ExploitationForm.self))),
            Schema.Property("onlyFor", .array(.code(Circumstance.self))), .optional("wheelchair", .boolean),
            .optional("pets", .code(PetPolicy.self)), .optional("requiresPoliceReport", .boolean),
            .optional("accessDecision", .code(AccessDecision.self)),
            Schema.Property("notStated", .array(.text), "Grenzen die null zijn omdat ze niet zijn opgegeven."),
        ]))
}
