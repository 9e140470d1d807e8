package import Foundation

/// The facts of one answer, for the access log: nothing of what was sent in path, query, fields or body.
package struct LogEntry: Sendable {
    package let id: UUID
    /// `nil` when the request was refused before its method was known.
    package let method: Method?
    /// What the handler called the request, see ``Response/label``.
    package let label: String?
    package let status: Status
    /// Of the answer, head and body, as far as the socket took them.
    package let bytes: Int
    /// From the complete request to the answer the handler gave.
    package let microseconds: Int
    /// What the server itself refused or gave up on; `nil` when a handler answered.
    package let refusal: RefusalReason?
    /// Bytes of the request before the one that decided; only of what the parser refused.
    package let refusalOffset: Int?
    /// Whether the client took the whole answer.
    package let isComplete: Bool

    package init(
        id: UUID, method: Method?, label: String?, status: Status, bytes: Int, microseconds: Int,
        refusal: RefusalReason?, refusalOffset: Int?, isComplete: Bool
    ) {
        (self.id, self.method, self.label, self.status) = (id, method, label, status)
        (self.bytes, self.microseconds, self.isComplete) = (bytes, microseconds, isComplete)
        (self.refusal, self.refusalOffset) = (refusal, refusalOffset)
    }
}
