import Testing

@testable import HTTP

@Suite("Room for connections")
struct OpenConnectionsTests {
    /// So many enter in turn: who is welcome, turned away, crowded, or not even heard.
    private func enter(_ open: OpenConnections, _ party: String?, _ count: Int) -> [OpenConnections.Place?: Int] {
        var places: [OpenConnections.Place?: Int] = [:]
        for _ in 0..<count { places[open.enter(party), default: 0] += 1 }
        return places
    }

    @Test func onePartyHasItsShare() {
        let open = OpenConnections(maximum: 100, perParty: 10)
        #expect(enter(open, "een", 50) == [.welcome: 10, .crowded: 17, nil: 23])
        #expect(enter(open, "twee", 10) == [.welcome: 10])
        #expect(enter(open, nil, 20) == [.welcome: 20])
        #expect(open.current == 57)
        #expect(!open.isFull)

        open.leave("een")

        #expect(enter(open, "een", 2) == [.crowded: 1, nil: 1])
        for _ in 0..<18 { open.leave("een") }
        #expect(enter(open, "een", 2) == [.welcome: 1, .crowded: 1])
    }

    @Test func allTogetherHaveAnEnd() {
        let open = OpenConnections(maximum: 100, perParty: 60)
        #expect(enter(open, nil, 70) == [.welcome: 70])
        #expect(enter(open, "een", 40) == [.welcome: 30, .turnedAway: 10])
        #expect(open.isFull)
        #expect(enter(open, nil, 40) == [.turnedAway: 18, nil: 22])
    }

    @Test func whoWasNotCountedIsWaitedForByNobody() {
        let open = OpenConnections(maximum: 1, perParty: 1)
        let entered = (0..<50).count { _ in open.enter("een") != nil }
        for _ in 0..<entered { open.leave("een") }

        #expect(open.current == 0)
        #expect(open.waitUntilNone(seconds: 0))
    }
}
