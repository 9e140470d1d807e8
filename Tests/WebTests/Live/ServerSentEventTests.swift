import Hypertext
import TestTools
import Testing

@testable import PageReading
@testable import Web

@Suite("Server-Sent Events on the wire, WHATWG HTML §9.2.5")
struct ServerSentEventTests {
    private func event(_ data: String) -> [UInt8] {
        ServerSentEvent(id: EventID(sequence: 3, number: 2), name: "capacity", data: Array(data.utf8)).bytes
    }

    /// Line ends of any kind as LF, which is how a browser gives data on.
    private static func withPlainLineEnds(_ text: String) -> String {
        // By scalar: CR and LF are one character.
        text.replacing(/\r\n|\r|\n/.matchingSemantics(.unicodeScalar), with: "\n")
    }

    @Test func theLinesOfAnEvent() {
        let text = String(decoding: event(#"{"a":1}"#), as: UTF8.self)
        #expect(text == "id: 3002\nevent: capacity\ndata: {\"a\":1}\n\n")
    }

    @Test func theBeginning() {
        let bytes = ServerSentEvent.beginning(after: .end(of: 12))
        #expect(String(decoding: bytes, as: UTF8.self) == "retry: 2000\nid: 12999\n\n")
    }

    @Test(arguments: [
        "a\nb", "a\rb", "a\r\nb", "\n", "\r", "\r\n", "\n\n", "\r\r\n\n", "a\n\nevent: hold\ndata: x\n\n", "a\nid: 9",
        "a\n: b", "", " a", "a\r", "é\n€",
    ])
    func dataIsNeverReadAsAField(_ data: String) {
        var reader = EventStreamReader()
        reader.read(event(data) + event("last"))

        #expect(reader.events.map(\.data) == [Self.withPlainLineEnds(data), "last"])
        #expect(reader.events.allSatisfy { $0.name == "capacity" && $0.id == 3002 })
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func anyBytes(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = ["\n", "\r", ":", " ", "id", "data", "event", "é", "{", "\u{0}"]
        let data = (0..<Int.random(in: 0...12, using: &random)).map { _ in
            pieces[Int.random(in: pieces.indices, using: &random)]
        }.joined()
        var reader = EventStreamReader()
        reader.read(event(data))

        #expect(reader.events.map(\.data) == [Self.withPlainLineEnds(data)])
    }
}

@Suite("Ids of events")
struct EventIDTests {
    @Test(arguments: ["", "-1", "+1", " 1", "1 ", "1.0", "0x1", "१", "1,2", "\n", String(repeating: "1", count: 33)])
    func noID(_ text: String) {
        #expect(EventID(text: text) == nil)
    }

    @Test(arguments: [("0", 0), ("0012", 12), ("1001", 1001), (String(repeating: "9", count: 32), Int.max)])
    func anID(_ text: String, _ value: Int) {
        #expect(EventID(text: text)?.rawValue == value)
    }

    @Test func theyRise() {
        let ids = [
            EventID.end(of: 0), EventID(sequence: 1, number: 1), EventID(sequence: 1, number: 2), .end(of: 1),
            EventID(sequence: 2, number: 1),
        ]
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
        #expect(ids.map(\.nextSequence) == [1, 1, 1, 2, 2])
    }
}
