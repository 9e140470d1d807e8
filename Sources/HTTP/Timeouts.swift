/// How long the server waits, in seconds. They are looked at twice a second, so each may last half a second more.
package struct Timeouts: Hashable, Sendable {
    /// From the first byte of a request to the end of its head; then 408.
    package var head: Double
    /// From the end of the head to the end of the body; then 408.
    package var body: Double
    /// With no byte of a next request; then the connection is closed without a word.
    package var idle: Double
    /// With an answer to send and a client that takes none of it; then the connection is dropped.
    package var write: Double
    /// For the client to close after the server said it would.
    package var linger: Double

    package init(head: Double = 10, body: Double = 20, idle: Double = 30, write: Double = 20, linger: Double = 2) {
        (self.head, self.body, self.idle, self.write, self.linger) = (head, body, idle, write, linger)
    }
}
