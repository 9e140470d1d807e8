import Domain
import Foundation
import HTTP
import Registry
import Testing

@testable import PageReading
@testable import Web

@Suite("Code lists as pages, feature F24")
struct CodeListPageTests {
    private func tree(_ path: String) throws -> MarkupTree {
        MarkupTree(html: try TestProgram.shipped.get().page(path).text)
    }

    @Test func theIndexLeadsToEveryList() throws {
        let addresses = Set(try tree("/codelijsten").all("a").compactMap { $0["href"] })
        for list in Vocabulary.lists { #expect(addresses.contains("/codelijsten/\(list.name)")) }
    }

    @Test(arguments: Language.allCases)
    func everyCodeHasANameAndAMeaning(language: Language) throws {
        for list in try Shipped.registry.codeLists.lists {
            let page = try tree((language == .dutch ? "" : "/en") + CodeListPages.address(list))
            for entry in list.entries {
                let text = try #require(page.element(id: entry.code), "\(list.name) \(entry.code)").text
                #expect(text.contains(entry.label[language]) && text.contains(entry.definition[language]))
            }
        }
    }

    @Test func aListThatIsNotThereIsNotFound() throws {
        #expect(try TestProgram.shipped.get().page("/codelijsten/nergens").status == .notFound)
    }
}
