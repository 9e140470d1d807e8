import Foundation

/// Why a line of the journal is not the record that should stand there.
package enum RecordFault: Error, Hashable, Sendable {
    /// The file ends before the line does.
    case noLineEnd
    /// Zero bytes, as a crash leaves them where the file had grown but its contents were not yet written.
    case zeroBytes
    /// Longer than any record can be.
    case tooLong(most: Int)
    /// Does not end in a hash field, or is not the JSON object that a record is.
    case notARecord
    /// The bytes are not those that were hashed.
    case wrongHash
    /// Two records stand on one line: the line end between them was altered.
    case runTogether
    /// Whole, but not the record after the one before it.
    case wrongSequence(expected: Int, found: Int)
    /// Whole, but made to follow another record than the one before it.
    case wrongPrevious
    /// The journal ends before a record that it had: a snapshot knows of it.
    case missing(upTo: Int)
    /// Whole, but of a kind that this program does not know: a newer one wrote it.
    case unknownKind(String)
    /// Whole, but a field holds what it cannot hold.
    case invalid(field: String)

    /// Whether a write that was cut short can have left this.
    var isTearing: Bool {
        switch self {
        case .noLineEnd, .zeroBytes, .tooLong, .notARecord, .wrongHash: true
        case .runTogether, .wrongSequence, .wrongPrevious, .missing, .unknownKind, .invalid: false
        }
    }
}
