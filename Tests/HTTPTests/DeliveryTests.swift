import Testing

@testable import HTTP

@Suite("How bytes are delivered makes no difference")
struct DeliveryTests {
    /// Requests so short that they can be cut at every two places.
    static let shortest = RequestExample.all.filter { $0.bytes.count <= 44 }

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

    @Test("in pieces of any size")
    func everySize() {
        for example in RequestExample.all {
            let whole = Told.all(example.bytes)
            for size in [2, 3, 5, 7, 16, 100] where size < example.bytes.count {
                let cuts = Array(stride(from: size, to: example.bytes.count, by: size))
                #expect(Told.all(example.bytes, cuts: cuts) == whole, "\(example.name): pieces of \(size)")
            }
        }
    }

    @Test("what is cut off is incomplete, never complete and never refused")
    func everyBeginning() {
        for example in RequestExample.short where example.expected == .accepted {
            let early = example.bytes.indices.dropFirst().filter { Self.isDecided(example, before: $0) }
            #expect(early == [], "\(example.name)")
        }
    }

    private static func isDecided(_ example: RequestExample, before end: Int) -> Bool {
        let told = Told.all(Array(example.bytes[..<end])) ?? []
        return told.contains(where: \.isRequest) || told.last != .incomplete
    }

    @Test("another request may follow every one that is accepted")
    func followed() {
        let next = [UInt8](make("GET /next HTTP/1.1"))
        for example in RequestExample.short where example.expected == .accepted {
            let together = example.bytes + next
            let expected = (Told.all(example.bytes) ?? []) + (Told.all(next) ?? [])
            let end = example.bytes.count

            #expect(Told.all(together) == expected, "\(example.name)")
            for cut in [end - 1, end, end + 1] {
                #expect(Told.all(together, cuts: [cut]) == expected, "\(example.name), cut at \(cut)")
            }
        }
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

    @Test("a refused one is refused with the same offset after an accepted one")
    func refusedLater() {
        for example in RequestExample.short {
            guard case .refused = example.expected, let alone = Told.all(example.bytes) else { continue }
            let later = Told.all([UInt8](make()) + example.bytes)?.dropFirst()
            #expect(later.map(Array.init) == alone, "\(example.name)")
        }
    }
}

extension DeliveryTests {
    /// Of the shortest, one for every outcome in every section.
    static let oneOfAKind: [RequestExample] = {
        var seen: Set<String> = []
        return shortest.filter { seen.insert("\($0.section) \($0.expected)").inserted }
    }()
}
