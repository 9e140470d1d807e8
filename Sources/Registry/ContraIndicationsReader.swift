import Domain
import Foundation
import JSONText

/// Reads and checks the contra-indications of a service.
enum ContraIndicationsReader {
    private static let names: Set<String> = ["code", "hardness", "condition", "since", "editedBy"]

    /// Those at `contraIndications` in the object of a service.
    /// - Parameter kind: of its place; an OMP place has none.
    static func read(_ object: JSONObjectReader, of kind: ShelterKind?) -> [ContraIndication] {
        let list = object.elements("contraIndications", contraIndication)
        if kind == .omp, !list.isEmpty {
            object.fault(.rule(RegistryRule.multiProblemShelterRefuses), at: "contraIndications")
        }
        var seen: Set<Circumstance> = []
        for entry in list where !seen.insert(entry.circumstance).inserted {
            object.fault(
                .rule(RegistryRule.duplicateContraIndication(entry.circumstance.rawValue)), at: "contraIndications")
        }
        return list
    }

    private static func contraIndication(_ reader: JSONReader) -> ContraIndication? {
        guard let object = reader.object(names) else { return nil }
        let (condition, since) = (object.text("condition"), object["since"]?.date())
        let editedBy = object.text("editedBy", limit: 100)
        let code = object.required("code")?.code(Circumstance.self)
        let hardness = object.required("hardness")?.code(Hardness.self)
        guard let code, let hardness else { return nil }
        if condition != nil, hardness != .conditional {
            object.fault(.rule(RegistryRule.conditionWithoutConsultation), at: "condition")
        }
        return ContraIndication(code, hardness, condition: condition, since: since, editedBy: editedBy)
    }
}
