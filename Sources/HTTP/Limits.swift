/// How much one request may bring. All in bytes unless named otherwise; the number itself is allowed.
package struct Limits: Hashable, Sendable {
    /// Without its line end; more is 414.
    package var requestLine: Int
    /// All field lines of a head, or of a trailer section, with their line ends; more is 431.
    package var fieldSection: Int
    /// Number of fields; more is 431.
    package var fields: Int
    /// Decoded content; more is 413.
    package var body: Int
    /// One chunk's size and extensions, without the line end; more is 400.
    package var chunkLine: Int

    package init(
        requestLine: Int = 8 * 1024, fieldSection: Int = 32 * 1024, fields: Int = 100, body: Int = 1024 * 1024,
        chunkLine: Int = 256
    ) {
        (self.requestLine, self.fieldSection, self.fields) = (requestLine, fieldSection, fields)
        (self.body, self.chunkLine) = (body, chunkLine)
    }
}
