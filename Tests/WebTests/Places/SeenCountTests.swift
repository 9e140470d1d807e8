import Domain
import Foundation
import Ledger
import Testing

@testable import Web

@Suite("What a page showed of a count")
struct SeenCountTests {
    @Test(arguments: ["0 - 0 - 0", "7 2 0 6 0", "7 2 1 6 1", "12 - 0 6 0", "3 0 0 - 1"])
    func comesBackAsItWas(_ text: String) {
        #expect(SeenCount(text: text)?.text == text)
    }

    @Test(arguments: [
        "", "7", "7 2 0 6", "7 2 0 6 0 0", "7 2 0 6 2", "-1 2 0 6 0", "7 x 0 6 0", "7 2 - 6 0", "7 2 0 10001 0",
        "7  2 0 6 0", "99999999999999999999 2 0 6 0", "7 2 0 6 0 ", "٧ 2 0 6 0",
    ])
    func nothingElseIsRead(_ text: String) {
        #expect(SeenCount(text: text) == nil)
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let seen: String
        let isRight: Bool
        var testDescription: String { name }
    }

    /// What stands is version 7: 2 free, 1 held, of 6.
    @Test(arguments: [
        Example(name: "nothing changed", seen: "7 2 1 6 0", isRight: true),
        Example(name: "a hold came", seen: "6 3 0 6 0", isRight: true),
        Example(name: "a hold went", seen: "6 1 2 6 0", isRight: true),
        Example(name: "a held place was taken for good", seen: "6 2 2 6 0", isRight: true),
        Example(name: "a colleague changed the number", seen: "6 4 1 6 0", isRight: false),
        Example(name: "a colleague changed the total", seen: "6 2 1 5 0", isRight: false),
        Example(name: "a colleague opened it again", seen: "6 2 1 6 1", isRight: false),
        Example(name: "there was no number", seen: "6 - 0 6 0", isRight: false),
    ])
    func stillRight(_ example: Example) throws {
        let live = LiveCapacity(
            service: .make("plek"), capacity: Capacity(total: 6, free: 2, held: 1), version: 7)
        let seen = try #require(SeenCount(text: example.seen))

        #expect(seen.holds(for: live) == example.isRight)
    }
}
