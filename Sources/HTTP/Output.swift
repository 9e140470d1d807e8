/// Bytes on their way to one client: a buffer that is used again for every answer, then content sent from where it
/// lies.
package struct Output: Sendable {
    /// Heads, chunks and small content.
    package var head: [UInt8] = []
    /// Large content, after `head`.
    package var content: ArraySlice<UInt8> = []

    package init() {}

    package var count: Int { head.count + content.count }

    /// Forgets what was sent; room for an ordinary answer is kept.
    package mutating func clear() {
        head.removeAll(keepingCapacity: head.capacity <= Self.keptCapacity)
        content = []
    }

    private static let keptCapacity = 64 * 1024
}
