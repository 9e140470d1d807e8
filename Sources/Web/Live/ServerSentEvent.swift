import Foundation

/// One event as it is sent (WHATWG HTML §9.2.5).
struct ServerSentEvent {
    let id: EventID
    let name: String
    let data: [UInt8]

    /// A line end in the data begins another data line, so that data can never be read as a field.
    var bytes: [UInt8] {
        var bytes = Array("id: \(id.rawValue)\nevent: \(name)\n".utf8)
        bytes.reserveCapacity(bytes.count + data.count + 16)
        for line in lines {
            bytes += Self.field
            bytes += line
            bytes.append(Self.lineFeed)
        }
        bytes.append(Self.lineFeed)
        return bytes
    }

    /// The data between its line ends, which are LF, CR or both.
    private var lines: [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = data.startIndex
        for index in data.indices where data[index] == Self.lineFeed || data[index] == Self.carriageReturn {
            let endsPair = data[index] == Self.lineFeed && index > 0 && data[index - 1] == Self.carriageReturn
            if !endsPair { lines.append(data[start..<index]) }
            start = index + 1
        }
        return lines + [data[start...]]
    }

    /// What a stream begins with: how soon to come back, and where from, also before the first event.
    static func beginning(after id: EventID) -> [UInt8] { Array("retry: 2000\nid: \(id.rawValue)\n\n".utf8) }

    /// A comment: says nothing, so that both sides see whether the other is there.
    static let heartbeat = Array(":\n\n".utf8)

    /// A comment that a page of ours reads: it was told of everything that happened before.
    static let level = Array(": level\n\n".utf8)

    private static let field = Array("data: ".utf8)
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}
