import Access
import Domain
import Foundation
import TestTools
import Testing

@testable import Web

@Suite("Sessions beside a list of them")
struct SessionModelTests {
    /// One session, as a list of all that were ever started keeps it.
    private struct Entry {
        let token: String
        let key: Visitor
        let startedAt: Date
        var usedAt: Date
        var isGone = false

        func isOpen(at now: Date) -> Bool {
            !isGone && now < usedAt.addingTimeInterval(30 * 60) && now < startedAt.addingTimeInterval(12 * 3_600)
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func theSameAsTheList(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let sessions = Sessions(
            keys: try KeyStore(
                directory: TemporaryDirectory().path,
                demonstration: Visitor.keys(own: .make("voorbeeld-huis"), other: .make("voorbeeld-ander"))))
        let visitors: [Visitor] = [.coordinator, .comensha, .admin]
        var list: [Entry] = []
        var now = TestClock.start

        for step in 0..<1_500 {
            now += Double.random(in: 0...12, using: &random)
            if step % 400 == 399 { now += 20 * 60 }
            let key = visitors[Int.random(in: 0..<3, using: &random)]
            let some = list.isEmpty ? nil : Int.random(in: max(0, list.count - 250)..<list.count, using: &random)
            switch Int.random(in: 0..<20, using: &random) {
            case 0..<12:
                let old = Int.random(in: 0..<4, using: &random) == 0 ? some : nil
                if let old { list[old].isGone = true }
                // All that can still be told apart count, those that are over too, for their forms.
                let known = list.indices.filter {
                    list[$0].key == key && !list[$0].isGone && now < list[$0].usedAt.addingTimeInterval(12 * 3_600)
                }
                if known.count >= 100, let oldest = known.min(by: { list[$0].usedAt < list[$1].usedAt }) {
                    list[oldest].isGone = true
                }
                let secret = try #require(key.secret)
                let (token, _) = try #require(
                    sessions.start(with: secret, after: old.map { list[$0].token }, at: now))
                list.append(Entry(token: token, key: key, startedAt: now, usedAt: now))
            case 12..<18:
                guard let some else { continue }
                let isOpen = list[some].isOpen(at: now)
                let guest = sessions.guest(withToken: list[some].token, at: now)
                #expect(guest.principal?.keyID == (isOpen ? "toets-\(list[some].key.rawValue)" : nil))
                if isOpen { list[some].usedAt = now }
            case 18:
                guard let some else { continue }
                sessions.end(list[some].token)
                list[some].isGone = true
            default:
                guard step % 40 == 0 else { continue }
                sessions.endAll(ofKey: "toets-\(key.rawValue)")
                for place in list.indices where list[place].key == key { list[place].isGone = true }
            }
            let open = list.count { $0.key == key && $0.isOpen(at: now) }
            #expect(sessions.count(ofKey: "toets-\(key.rawValue)", at: now) == open, "step \(step)")
        }
        #expect(list.count(where: \.isGone) > 100)
    }
}
