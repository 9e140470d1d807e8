import Domain
import Foundation
import JSONText

/// Reads the people with whom the supply is measured. Each profile is written as in a request (contract section 3),
/// but names no place: it is asked about everywhere, and is nobody's in particular.
enum ReferenceProfilesReader {
    static func read(_ reader: JSONReader) -> [ReferenceProfile]? {
        guard let object = reader.object(["profiles"]) else { return nil }
        var ids = Roll()
        return object.required("profiles")?.elements { entry($0, ids: &ids) }
    }

    private static func entry(_ reader: JSONReader, ids: inout Roll) -> ReferenceProfile? {
        guard let object = reader.object(["id", "label", "profile"]) else { return nil }
        // Of the same form as the id of a service, so that it can stand anywhere.
        let id = object.required("id")?.serviceID()?.rawValue
        if let id, !ids.add(id) { object.fault(.rule(RegistryRule.duplicateID(id)), at: "id") }
        let label = object.required("label")?.bilingual()
        let profile = object.required("profile").flatMap(ProfileReader(registry: nil).read)
        guard let id, let label, let profile else { return nil }
        return ReferenceProfile(id: id, label: label, profile: profile)
    }
}
