import Foundation

/// One thing in a JSON document that is well written but not acceptable, and where it stands.
package struct InputFault: Error, Sendable {
    package let pointer: JSONPointer
    /// Offset in the text of the value, or of the object that lacks one.
    package let offset: Int
    package let kind: Kind

    package enum Kind: Sendable {
        case unknownName(String)
        case missing
        case wrongType(expected: JSONType)
        case unknownCode(String, allowed: [String])
        case outOfRange(Int, allowed: ClosedRange<Int>)
        case malformed(Format, String)
        case tooLong(limit: Int)
        /// A rule of the document's own, beyond names, types and codes.
        case rule(any InputRule)
    }

    /// What a string must look like.
    package enum Format: String, Sendable {
        case date, timestamp, identifier, area, municipality, language, url, email, text, wish
    }

    package init(_ kind: Kind, at pointer: JSONPointer, offset: Int) {
        (self.kind, self.pointer, self.offset) = (kind, pointer, offset)
    }
}

/// A rule that a document broke: a stable code, and the sentence that tells a person what to do.
package protocol InputRule: Sendable {
    /// `snake_case`, part of the interface.
    var code: String { get }
    /// Dutch, without what was sent.
    var sentence: String { get }
    /// What was sent, to name on the command line and never over HTTP; `nil` where nothing helps.
    var offender: String? { get }
}

extension InputRule {
    package var offender: String? { nil }
}

/// Where readers of one document leave their faults, so that all are told at once.
package final class InputFaults {
    package private(set) var all: [InputFault] = []
    private var codes: [ObjectIdentifier: [String]] = [:]

    package init() {}

    /// What may stand where a code of `Kind` is asked for; written out once, for a list may hold 100,000 wrong ones.
    func codes<Kind: RawRepresentable<String> & CaseIterable>(of kind: Kind.Type) -> [String] {
        if let known = codes[ObjectIdentifier(kind)] { return known }
        let written = Kind.allCases.map(\.rawValue)
        codes[ObjectIdentifier(kind)] = written
        return written
    }

    package func add(_ kind: InputFault.Kind, at pointer: JSONPointer, offset: Int) {
        all.append(InputFault(kind, at: pointer, offset: offset))
    }
}
