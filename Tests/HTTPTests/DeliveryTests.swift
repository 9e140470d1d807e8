import Testing

@testable import HTTP

@Suite("How bytes are delivered makes no difference")
struct DeliveryTests {
    /// Requests so short that they can be cut at every two places.
    static let shortest = RequestExample.all.filter { $0.bytes.count <= 48 }

    @Test("cut at any place, or into single bytes", arguments: RequestExample.short)
    func everySplit(_ example: RequestExample) {
        let bytes = example.bytes
        let whole = Told.all(bytes)

        #expect(whole != nil, "a call went back, or stopped before the end")
        let differing = bytes.indices.filter { Told.all(bytes, cuts: [$0]) != whole }
        #expect(differing == [])
        #expect(Told.all(bytes, cuts: Array(bytes.indices.dropFirst())) == whole)
    }

    @Test("cut at any two places", arguments: DeliveryTests.oneOfAKind)
    func everyTwoSplits(_ example: RequestExample) {
        let bytes = example.bytes
        let whole = Told.all(bytes)

        for first in bytes.indices {
            let differing = (first...bytes.count).filter { Told.all(bytes, cuts: [first, $0]) != whole }
            #expect(differing == [], "after a cut at \(first)")
        }
    }

    @Test("in pieces of any size", arguments: RequestExample.all)
    func everySize(_ example: RequestExample) {
        let whole = Told.all(example.bytes)

        for size in [2, 3, 5, 7, 16, 100] where size < example.bytes.count {
            let cuts = Array(stride(from: size, to: example.bytes.count, by: size))
            #expect(Told.all(example.bytes, cuts: cuts) == whole, "pieces of \(size)")
        }
    }

    @Test("what is cut off is incomplete or refused alike, never complete", arguments: RequestExample.short)
    func everyBeginning(_ example: RequestExample) {
        guard example.expected == .accepted else { return }
        let early = example.bytes.indices.filter { end in
            let told = Told.all(Array(example.bytes[..<end])) ?? []
            return told.contains(where: \.isRequest) || (end > 0 && told.last != .incomplete)
        }
        #expect(early == [])
    }

    @Test("another request may follow every one that is accepted", arguments: RequestExample.short)
    func followed(_ example: RequestExample) {
        guard example.expected == .accepted, let alone = Told.all(example.bytes) else { return }
        let next = [UInt8](make("GET /next HTTP/1.1"))
        let together = example.bytes + next
        let expected = alone + (Told.all(next) ?? [])

        #expect(Told.all(together) == expected)
        let end = example.bytes.count
        for cut in [end - 1, end, end + 1] { #expect(Told.all(together, cuts: [cut]) == expected, "cut at \(cut)") }
    }

    @Test("every accepted one may follow every other, in one stream")
    func pipelined() {
        let accepted = RequestExample.all.filter { $0.expected == .accepted }
        let alone = accepted.compactMap { Told.all($0.bytes) }.flatMap(\.self)
        let together = accepted.flatMap(\.bytes)

        #expect(Told.all(together) == alone)
        #expect(Told.all(together, cuts: Array(together.indices.dropFirst())) == alone)
        #expect(Told.all(accepted.reversed().flatMap(\.bytes))?.count == alone.count)
    }

    @Test("a refused one is refused with the same offset after an accepted one", arguments: RequestExample.short)
    func refusedLater(_ example: RequestExample) {
        guard case .refused = example.expected, let alone = Told.all(example.bytes) else { return }

        #expect(Told.all([UInt8](make()) + example.bytes)?.dropFirst().elementsEqual(alone) == true)
    }
}

extension DeliveryTests {
    /// Of the shortest, one for every outcome in every section.
    static let oneOfAKind: [RequestExample] = {
        var seen: Set<String> = []
        return shortest.filter { seen.insert("\($0.section) \($0.expected)").inserted }
    }()
}
