import Domain
import Foundation
import JSONText

/// Reads whom a place takes in.
enum AdmissionReader {
    private static let names: Set<String> = [
        "genders", "welcomesTransgender", "minimumAge", "maximumAge", "households", "sonsMaximumAge", "residence",
        "residenceReasons", "exploitationForms", "onlyFor", "wheelchair", "pets", "requiresPoliceReport",
        "accessDecision",
    ]

    static func read(_ reader: JSONReader) -> Admission? {
        guard let object = reader.object(names) else { return nil }
        let (minimum, maximum) = (limit("minimumAge", in: object), limit("maximumAge", in: object))
        if let minimum = minimum.years, let maximum = maximum.years, minimum > maximum {
            object.fault(.rule(RegistryRule.agesTheWrongWayRound), at: "minimumAge")
        }
        return Admission(
            genders: statedList("genders", Gender.self, in: object),
            welcomesTransgender: object.boolean("welcomesTransgender"), minimumAge: minimum, maximumAge: maximum,
            households: statedList("households", Household.self, in: object),
            sonsMaximumAge: limit("sonsMaximumAge", in: object),
            residence: object["residence"]?.openObject()?.byCode(ResidenceStatus.self) {
                $0.code(ResidenceAnswer.self)
            },
            residenceReasons: object["residenceReasons"]?.openObject()?.byCode(ResidenceStatus.self) {
                $0.code(ResidenceReason.self)
            } ?? [:],
            exploitationForms: object.codes("exploitationForms", ExploitationForm.self) ?? [],
            onlyFor: object.codes("onlyFor", Circumstance.self) ?? [], wheelchair: object.boolean("wheelchair"),
            pets: object.code("pets", PetPolicy.self), requiresPoliceReport: object.boolean("requiresPoliceReport"),
            accessDecision: object.code("accessDecision", AccessDecision.self))
    }

    /// An empty list takes in nobody, which no place means: it says nothing.
    private static func statedList<Kind: Code>(_ name: String, _ kind: Kind.Type, in object: JSONObjectReader)
        -> [Kind]?
    {
        guard let codes = object.codes(name, kind), !codes.isEmpty else { return nil }
        return codes
    }

    /// `null` says that there is no bound; an absent name says nothing.
    private static func limit(_ name: String, in object: JSONObjectReader) -> Admission.Limit {
        guard let reader = object.stated(name) else { return .notStated }
        if reader.isNull { return .unlimited }
        return reader.integer(in: 0...120).map(Admission.Limit.years) ?? .notStated
    }
}
