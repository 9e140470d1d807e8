import Domain
import Foundation
import Registry
import Testing

@testable import Web

@Suite("Rules in words")
struct RulesWordsTests {
    /// Every field of every service of the registry, against a service of which nothing is stated.
    @Test(arguments: Language.allCases)
    func everyChangeHasWords(language: Language) throws {
        let registry = try Shipped.registry
        let words = RulesWords(codes: registry.codeLists, say: Words(language: language))
        for service in registry.services {
            for change in RulesField.differences(from: AdmissionRules(), to: service.rules) {
                let label = words.label(of: change.name)
                let (old, new) = (
                    words.text(of: change.old, in: change.name), words.text(of: change.new, in: change.name)
                )

                #expect(label != change.name && !label.contains("_") && !label.isEmpty, "\(change.name)")
                #expect(
                    old != new && !new.isEmpty && (change.name.hasSuffix(".condition") || !new.contains("_")),
                    "\(change)")
            }
        }
    }

    @Test func aSetDiffersFromItselfInNothing() throws {
        for service in try Shipped.registry.services {
            #expect(RulesField.differences(from: service.rules, to: service.rules).isEmpty)
        }
    }
}
