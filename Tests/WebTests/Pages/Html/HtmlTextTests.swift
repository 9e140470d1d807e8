import Domain
import Foundation
import Testing

@testable import PageReading

@Suite("Texts of every page, conventions section 5 and domain rule R20")
struct HtmlTextTests {
    @Test func theReaderReads() {
        let html = """
            <html lang="nl"><body><p>Bel <strong>nu</strong> om 14.05 uur. Of later!</p>\
            <p lang="en">Call.</p><ul><li>Eén</li></ul></body></html>
            """
        let text = HtmlText(MarkupTree(html: html))

        #expect(text.sentences(in: "nl") == ["Bel nu om 14.05 uur", "Of later", "Eén"])
        #expect(text.sentences(in: "en") == ["Call"])
        #expect(WordList.found(in: "Iemand weigert, indien nodig.", WordList.dutch) == ["indien", "weigert"])
    }

    @Test func noForbiddenWords() throws {
        for page in try HtmlPage.all.get() {
            for block in page.text.blocks {
                let list = block.language == "nl" ? WordList.dutch : WordList.english
                let found = WordList.found(in: block.text, list)
                #expect(found.isEmpty, "\(page.name): \(found) in “\(block.text)”")
            }
        }
    }

    /// Calm: nothing is shouted, not even good news.
    @Test func nothingIsShouted() throws {
        for page in try HtmlPage.all.get() {
            for block in page.text.blocks where block.language == page.language.rawValue {
                // What a shelter is called is its own.
                #expect(!block.text.contains("!") || block.text.contains("YIP!"), "\(page.name): \(block.text)")
            }
        }
    }

    /// On average 12 words at most, and 95 of 100 sentences 20 at most.
    @Test(arguments: Language.allCases)
    func sentencesAreShort(language: Language) throws {
        let pages = try HtmlPage.all.get().filter { $0.language == language }
        let sentences = Set(pages.flatMap { $0.text.sentences(in: language.rawValue) })
        let counts = sentences.map { HtmlText.words($0).count }.filter { $0 > 0 }
        let long = sentences.filter { HtmlText.words($0).count > 20 }

        #expect(counts.count > 200)
        #expect(Double(counts.reduce(0, +)) / Double(counts.count) <= 12)
        #expect(Double(long.count) <= 0.05 * Double(counts.count), "\(long.sorted())")
    }

    /// The same within each page, as far as there is enough to count.
    @Test func noPageIsALongRead() throws {
        for page in try HtmlPage.all.get() {
            let sentences = page.text.sentences(in: page.language.rawValue)
            let counts = sentences.map { HtmlText.words($0).count }.filter { $0 > 0 }
            guard !counts.isEmpty else { continue }
            #expect(Double(counts.reduce(0, +)) / Double(counts.count) <= 12, "\(page.name)")
            #expect(
                counts.allSatisfy { $0 <= 26 }, "\(page.name): \(sentences.filter { HtmlText.words($0).count > 26 })")
        }
    }

    @Test func timesAreWrittenAsPeopleHereWriteThem() throws {
        for page in try HtmlPage.all.get() where page.language == .dutch {
            for block in page.text.blocks where block.language == "nl" {
                let shape = HtmlText.shape(of: block.text)
                #expect(!shape.contains("0:00"), "\(page.name): \(block.text)")
                #expect(!shape.contains("0000-00-00"), "\(page.name): \(block.text)")
            }
        }
    }

    @Test(arguments: [("om 14:05 uur", "om 00:00 uur"), ("2026-11-20", "0000-00-00"), ("1 dag", "0 dag")])
    func aShapeHasNoughtsForFigures(text: String, shape: String) { #expect(HtmlText.shape(of: text) == shape) }

    /// What a page says in short, it says in full as well.
    @Test(arguments: [
        ("COSM", "slachtoffers mensenhandel"),
        ("OMP", "multi problematiek|multiproblematiek|meer problemen|als het niet anders kan|several problems"),
        ("AVIM", "politie|police"), ("BRP", "basisregistratie|personal records"), ("AVG", "privacy"),
        ("GDPR", "privacy"),
    ])
    func abbreviationsAreExplained(short: String, long: String) throws {
        let explained = try Regex(long).ignoresCase()
        let used = try Regex("\\b\(short)\\b")
        for page in try HtmlPage.all.get() {
            let blocks = page.text.blocks.filter { $0.language == page.language.rawValue }.map(\.text)
            guard blocks.contains(where: { $0.contains(used) }) else { continue }
            let isMarked = page.tree.all("abbr").contains { $0.text == short && $0["title"]?.isEmpty == false }
            #expect(isMarked || blocks.contains { $0.contains(explained) }, "\(page.name)")
        }
    }
}
