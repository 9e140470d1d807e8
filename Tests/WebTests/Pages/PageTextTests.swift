import Foundation
import JSONText
import Testing

@testable import PageReading

@Suite("Texts of the pages, conventions section 5")
struct PageTextTests {
    static let forbidden = [
        "middels", "teneinde", "derhalve", "alsmede", "dienen te", "conform", "inzake", "te allen tijde",
        "betreffende", "voornoemd", "indien", "tevens", "met betrekking tot", "casus", "ongemotiveerd", "weigert",
        "illegaal", "zorgmijder", "probleemgeval", "loverboyslachtoffer",
    ]

    @Test(arguments: SamplePages.allCases)
    func noForbiddenWords(_ page: SamplePages) throws {
        for block in try page.markup().blocks {
            let text = block.lowercased()
            for word in Self.forbidden where text.contains(word) {
                #expect(text.firstRange(of: try Regex("\\b\(word)\\b")) == nil, "\(word): \(block)")
            }
        }
    }

    @Test(arguments: SamplePages.allCases)
    func sentencesAreShort(_ page: SamplePages) throws {
        for block in try page.markup().blocks {
            for sentence in block.split(separator: /[.!?·:](\s|$)/) {
                let words = sentence.split(whereSeparator: \.isWhitespace).filter { $0.contains(where: \.isLetter) }
                #expect(words.count <= 20, "\(sentence)")
            }
        }
    }

    @Test(arguments: SamplePages.allCases)
    func theReaderIsAddressedWithU(_ page: SamplePages) throws {
        for block in try page.markup().blocks {
            let words = Set(block.lowercased().split { !$0.isLetter }.map(String.init))
            #expect(words.isDisjoint(with: ["je", "jij", "jouw", "jullie"]), "\(block)")
        }
    }

    @Test func problemsAreWrittenTheSameWay() throws {
        for example in ProblemTests.all {
            let problem = try TestProgram.reading.get().send(
                example.method, example.target, as: example.visitor, fields: example.fields, json: example.json
            ).json
            let text = (problem["detail"].string ?? "").lowercased()
            for word in Self.forbidden { #expect(!text.contains(word)) }
            for sentence in text.split(separator: /[.!?](\s|$)/) {
                #expect(sentence.split(separator: " ").count <= 20, "\(sentence)")
            }
        }
    }
}
