import Foundation

/// The head of an answer to a report, read as cheaply as it goes: the client takes its time from the server.
struct AnswerHead {
    let isOK: Bool
    /// Where the body begins.
    let end: Int
    /// Of the body, in bytes.
    let length: Int
    /// The number in `ETag`; `nil` when there is none.
    let version: Int?

    /// `nil` while it is not whole.
    init?(_ bytes: [UInt8]) {
        var (start, length, version) = (0, 0, Int?.none)
        while let lineEnd = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = bytes[start..<lineEnd]
            start = lineEnd + 1
            if line.count <= 1 {
                (end, self.length, self.version) = (start, length, version)
                isOK = bytes.starts(with: Self.ok)
                return
            }
            if line.starts(with: Self.lengthField) { length = Self.number(line.dropFirst(Self.lengthField.count)) }
            if line.starts(with: Self.tagField) { version = Self.number(line.dropFirst(Self.tagField.count)) }
        }
        return nil
    }

    /// The digits up to anything else.
    private static func number(_ text: ArraySlice<UInt8>) -> Int {
        text.prefix { (0x30...0x39).contains($0) }.reduce(0) { $0 &* 10 &+ Int($1 - 0x30) }
    }

    private static let ok = Array("HTTP/1.1 200 ".utf8)
    private static let lengthField = Array("Content-Length: ".utf8)
    private static let tagField = Array("ETag: \"".utf8)
}
