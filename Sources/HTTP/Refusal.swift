/// A request that was refused before any handler saw it. The connection closes after the answer.
package struct Refusal: Error, Hashable, Sendable {
    package let reason: RefusalReason
    /// Bytes of this request that were read before the one that decided.
    package let offset: Int
    /// `nil` when the method was not read to its end.
    package let method: Method?

    package var status: Status { reason.status }
}
