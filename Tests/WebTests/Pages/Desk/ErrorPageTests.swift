import Domain
import Foundation
import HTTP
import Registry
import Testing

@testable import PageReading
@testable import Web

@Suite("Pages that say what went wrong, screens section 5")
struct ErrorPageTests {
    @Test(arguments: ["/nergens", "/baliekaart/nergens", "/codelijsten/nergens", "/en/nowhere"])
    func whatIsNotThereLeadsOn(path: String) throws {
        let response = try TestProgram.shipped.get().page(path)
        let tree = MarkupTree(html: response.text)
        let form = try #require(tree.all("main").first?.inner("form").first)
        let isEnglish = path.hasPrefix("/en")

        #expect(response.status == .notFound)
        #expect(form["action"] == (isEnglish ? "/en/zorgcoordinator" : "/zorgcoordinator") && form["method"] == "get")
        #expect(
            tree.all("h1").first?.text
                == (isEnglish ? "This page is not here (any more)." : "Deze pagina is er niet (meer)."))
        for number in ["tel:112", "tel:0334481186", "tel:08002000"] {
            #expect(tree.all("main").first?.inner("a").contains { $0["href"] == number } == true)
        }
    }

    @Test(arguments: Language.allCases)
    func aFaultOfOursHasANumber(language: Language) throws {
        let texts = ErrorTexts(.internalFault, Words(language: language))

        #expect(texts.text.contains("033-448 11 86") && texts.title.hasSuffix("."))
    }

    @Test func howLongToWaitIsSaid() {
        let problem = Problem.tooManyRequests(retryAfter: 30)

        #expect(ErrorTexts(problem, Words(language: .dutch)).text.hasPrefix("Wacht 30 seconden"))
        #expect(ErrorTexts(problem, Words(language: .english)).text.hasPrefix("Wait 30 seconds"))
    }

    /// Each kind of problem has words in each language, and none of them are of the other.
    @Test(arguments: Language.allCases)
    func everyProblemHasWords(language: Language) {
        let problems: [Problem] = [
            .notFound, .noKey, .wrongRole, .otherOrganization, .badInput([]), .staleVersion, .versionRequired,
            .noSpace, .writingFails, .internalFault, .tooManyWrongKeys(retryAfter: 9), .tooManyAssignments(most: 2),
        ]
        for problem in problems {
            let texts = ErrorTexts(problem, Words(language: language))
            let words = Set((texts.title + " " + texts.text).lowercased().split { !$0.isLetter }.map(String.init))
            #expect(words.isDisjoint(with: language == .dutch ? ["the", "is not", "your"] : ["het", "niet", "uw"]))
            #expect(!texts.text.isEmpty)
        }
    }
}
