import Domain
import Foundation
import HTTP
import Ledger
import Matching
import Registry
import Testing

@testable import PageReading
@testable import Web

@Suite("Sentences of the matcher, conventions section 5")
struct SentenceLengthTests {
    /// Everything that is said of the shipped places to the people that stand for many.
    private static let texts = Result { () throws -> Set<String> in
        let registry = try Shipped.registry
        let state = try TestProgram.shipped.get().ledger.state
        let snapshot = Snapshot(registry: registry, state: state)
        let sentences = snapshot.sentences
        var texts: Set<String> = []
        for reference in registry.referenceProfiles {
            let profile = reference.profile
            let result = snapshot.result(for: profile, at: TestClock.start, limit: nil)
            for placement in result.placements {
                let service = placement.service
                texts.formUnion(sentences.reasons(for: placement, profile: profile).map(\.text))
                texts.formUnion(sentences.notes(for: service, profile: profile).map(\.text))
                texts.formUnion(placement.assessment.conditions.map { sentences.text(of: $0, at: service) })
                texts.formUnion(placement.assessment.questions.map { sentences.text(of: $0, at: service) })
            }
        }
        return texts
    }

    @Test func nobodyIsBlamed() throws {
        for text in try Self.texts.get() { #expect(WordList.found(in: text, WordList.dutch).isEmpty, "\(text)") }
    }

    @Test func sentencesAreShort() throws {
        let sentences = Set(try Self.texts.get().flatMap(HtmlText.sentences))
        let counts = sentences.map { HtmlText.words($0).count }.filter { $0 > 0 }
        let long = sentences.filter { HtmlText.words($0).count > 20 }

        #expect(counts.count > 100)
        #expect(Double(counts.reduce(0, +)) / Double(max(1, counts.count)) <= 12)
        #expect(Double(long.count) <= 0.05 * Double(counts.count), "\(long.sorted())")
    }
}
