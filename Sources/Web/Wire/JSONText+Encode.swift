import Foundation

extension Encodable {
    /// The value as JSON, members by name, so that the same value is the same bytes.
    func jsonBytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(self))
    }
}

/// What is written by hand, because it is long or asked for all the time: the same bytes, a fraction of the time.
protocol HandWritten: Encodable, Sendable {
    func jsonBytes() -> [UInt8]
}
