package import Domain
import Foundation

/// Rules as a record keeps them: JSON by the names of the registry's files, in one form only.
package enum RulesText {
    package static func bytes(of rules: AdmissionRules) -> [UInt8] { RecordWriter(rules).bytes }

    /// `nil` for anything but the bytes that ``bytes(of:)`` gives.
    package static func rules(in bytes: [UInt8]) -> AdmissionRules? { RulesScanner.rules(in: bytes[...]) }
}
