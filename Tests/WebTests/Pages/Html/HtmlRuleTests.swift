import Domain
import Testing

@testable import PageReading

extension HtmlRule: CustomTestStringConvertible {
    public var testDescription: String { name }
}

@Suite("Markup of every page, conventions sections 4 to 6")
struct HtmlRuleTests {
    @Test(arguments: HtmlRule.all)
    func everyPageKeepsIt(_ rule: HtmlRule) throws {
        for page in try HtmlPage.all.get() {
            let faults = rule.faults(page.tree)
            #expect(faults.isEmpty, "\(page.name): \(faults.joined(separator: " | "))")
        }
    }

    /// A check that sees nothing would be kept by any page.
    @Test(arguments: HtmlRule.all)
    func whatBreaksItIsSeen(_ rule: HtmlRule) {
        let html = rule.broken.replacing("='", with: "=\"").replacing(/'(?=[\s>])/, with: "\"")
        #expect(!rule.faults(MarkupTree(html: html)).isEmpty, "\(html)")
    }

    @Test func rulesHaveNamesOfTheirOwn() {
        #expect(Set(HtmlRule.all.map(\.name)).count == HtmlRule.all.count)
        #expect(HtmlRule.all.count > 40)
    }

    /// No two pages can be mixed up in a list of tabs; the same page has the same title whoever looks.
    @Test(arguments: Language.allCases)
    func titlesAreUnique(language: Language) throws {
        let pages = try HtmlPage.all.get().filter { $0.language == language && $0.status == 200 }
        let titles = Dictionary(grouping: pages) { $0.tree.all("title").first?.text ?? "" }
        for (title, same) in titles {
            let headings = Set(same.map { $0.tree.all("h1").first?.text ?? "" })
            #expect(headings.count == 1, "\(title): \(headings.sorted())")
        }
    }

    @Test func whatWentWrongIsInTheTitle() throws {
        for page in try HtmlPage.all.get() {
            let title = page.tree.all("title").first?.text ?? ""
            let start = page.language == .dutch ? "Fout: " : "Error: "
            #expect(title.hasPrefix(start) == (page.status >= 400), "\(page.name): \(title)")
        }
    }

    @Test func eachPageSaysItsLanguage() throws {
        for page in try HtmlPage.all.get() {
            #expect(page.tree.root["lang"] == page.language.rawValue, "\(page.name)")
        }
    }

    /// Every name of an example ends so, and names of the registry are Dutch: a screen reader has to know.
    @Test func namesAreMarkedAsDutch() throws {
        let mark = " (voorbeeld)"
        let pages = try HtmlPage.all.get().filter { $0.language == .english }
        for page in pages {
            let unmarked = page.text.blocks.filter { $0.language != "nl" && $0.text.contains(mark) }
            #expect(unmarked.isEmpty, "\(page.name): \(unmarked.map(\.text))")
        }
        #expect(pages.contains { page in page.text.blocks.contains { $0.language == "nl" && $0.text.contains(mark) } })
    }

    /// Both languages have the same fields: what was filled in in one counts in the other.
    @Test func bothLanguagesAskTheSame() throws {
        let pages = Dictionary(grouping: try HtmlPage.all.get(), by: \.kind)
        for (kind, both) in pages {
            let names = both.map { page in
                Set(page.tree.fields.compactMap { $0["name"] })
            }
            #expect(Set(names).count == 1, "\(kind)")
        }
    }
}
