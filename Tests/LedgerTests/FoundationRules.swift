import Domain
import Foundation

@testable import Ledger

/// The rules of a record as Foundation's encoder is told to write them.
struct FoundationRules: Encodable {
    let change: RulesChange

    private struct Change: Encodable {
        let after: Rules?
        let reviewedOn: String
        let service: String
        let version: Int
        let was: Rules?
    }

    private struct Rules: Encodable {
        let admission: AdmissionPart
        let aftercare: String?
        let contraIndications: [ContraIndicationPart]?
        let interpreter: Bool?
        let languages: [String]?
        let securityLevel: String?
        let stay: StayPart?
    }

    private struct ContraIndicationPart: Encodable {
        let code, hardness: String
        let condition, since, editedBy: String?
    }

    private struct StayPart: Encodable {
        let minimumDays, usualDays, maximumDays: Int?
        let extensible: Bool?
    }

    private struct AdmissionPart: Encodable {
        let admission: Admission

        private enum Key: String, CodingKey {
            case accessDecision, exploitationForms, genders, households, maximumAge, minimumAge, onlyFor, pets
            case requiresPoliceReport, residence, residenceReasons, sonsMaximumAge, welcomesTransgender, wheelchair
        }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: Key.self)
            try fields.encodeIfPresent(admission.genders?.map(\.rawValue), forKey: .genders)
            try fields.encodeIfPresent(admission.welcomesTransgender, forKey: .welcomesTransgender)
            try fields.encodeIfPresent(admission.households?.map(\.rawValue), forKey: .households)
            try fields.encodeIfPresent(admission.residence.map(Self.plain), forKey: .residence)
            if !admission.residenceReasons.isEmpty {
                try fields.encode(Self.plain(admission.residenceReasons), forKey: .residenceReasons)
            }
            if !admission.exploitationForms.isEmpty {
                try fields.encode(admission.exploitationForms.map(\.rawValue), forKey: .exploitationForms)
            }
            if !admission.onlyFor.isEmpty { try fields.encode(admission.onlyFor.map(\.rawValue), forKey: .onlyFor) }
            try fields.encodeIfPresent(admission.wheelchair, forKey: .wheelchair)
            try fields.encodeIfPresent(admission.pets?.rawValue, forKey: .pets)
            try fields.encodeIfPresent(admission.requiresPoliceReport, forKey: .requiresPoliceReport)
            try fields.encodeIfPresent(admission.accessDecision?.rawValue, forKey: .accessDecision)
            for (key, limit) in [
                (Key.minimumAge, admission.minimumAge), (.maximumAge, admission.maximumAge),
                (.sonsMaximumAge, admission.sonsMaximumAge),
            ] {
                switch limit {
                case .notStated: break
                case .unlimited: try fields.encodeNil(forKey: key)
                case .years(let years): try fields.encode(years, forKey: key)
                }
            }
        }

        private static func plain<Value: Code>(_ answers: [ResidenceStatus: Value]) -> [String: String] {
            Dictionary(answers.map { ($0.key.rawValue, $0.value.rawValue) }, uniquingKeysWith: { first, _ in first })
        }
    }

    private static func part(_ rules: AdmissionRules) -> Rules {
        Rules(
            admission: AdmissionPart(admission: rules.admission), aftercare: rules.aftercare?.rawValue,
            contraIndications: rules.contraIndications.isEmpty
                ? nil
                : rules.contraIndications.map {
                    ContraIndicationPart(
                        code: $0.circumstance.rawValue, hardness: $0.hardness.rawValue, condition: $0.condition,
                        since: $0.since?.text, editedBy: $0.editedBy)
                }, interpreter: rules.interpreter, languages: rules.languages.isEmpty ? nil : rules.languages,
            securityLevel: rules.securityLevel?.rawValue,
            stay: rules.stay.map {
                StayPart(
                    minimumDays: $0.minimumDays, usualDays: $0.usualDays, maximumDays: $0.maximumDays,
                    extensible: $0.extensible)
            })
    }

    func encode(to encoder: any Encoder) throws {
        try Change(
            after: (change.sets?.after).map(Self.part), reviewedOn: change.reviewedOn.text,
            service: change.service.rawValue, version: change.version, was: (change.sets?.before).map(Self.part)
        ).encode(to: encoder)
    }
}
