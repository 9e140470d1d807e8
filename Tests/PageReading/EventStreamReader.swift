import Foundation

/// Reads Server-Sent Events as a browser does (WHATWG HTML §9.2.6).
struct EventStreamReader {
    struct Event: Hashable, Sendable {
        let id: Int
        let name: String
        let data: String
    }

    private(set) var events: [Event] = []
    /// What the browser would come back with.
    private(set) var lastID = ""
    private(set) var retry: Int?
    private(set) var comments = 0
    private var rest: [UInt8] = []
    private var (name, data, pendingID) = ("", [String](), "")

    mutating func read(_ bytes: [UInt8]) {
        rest += bytes
        var start = 0
        while let end = rest[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            // A CR at the end of what came may be half of a line end.
            if rest[end] == 0x0D, end + 1 == rest.count { break }
            take(String(decoding: rest[start..<end], as: UTF8.self))
            start = end + (rest[end] == 0x0D && rest[end + 1] == 0x0A ? 2 : 1)
        }
        rest.removeFirst(start)
    }

    private mutating func take(_ line: String) {
        guard !line.isEmpty else { return dispatch() }
        guard !line.hasPrefix(":") else {
            comments += 1
            return
        }
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let value = parts.count < 2 ? "" : String(parts[1].hasPrefix(" ") ? parts[1].dropFirst() : parts[1])
        switch parts[0] {
        case "event": name = value
        case "data": data.append(value)
        case "id": pendingID = value
        case "retry": retry = Int(value)
        default: break
        }
    }

    private mutating func dispatch() {
        lastID = pendingID
        defer { (name, data) = ("", []) }
        guard !data.isEmpty else { return }
        events.append(Event(id: Int(lastID) ?? -1, name: name, data: data.joined(separator: "\n")))
    }
}
