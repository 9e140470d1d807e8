import Foundation
import HTTP
import Hypertext
import Testing

@testable import PageReading
@testable import Web

@Suite("Scripts of pages")
struct PageModuleTests {
    @Test(arguments: PageModule.allCases)
    func eachIsAFile(_ module: PageModule) throws {
        let file = Shipped.publicFolder.appending(path: module.path)
        let text = try String(contentsOf: file, encoding: .utf8)

        #expect(text.hasPrefix("/**"))
        // Words come from the page, in its language; nothing comes from or goes to elsewhere, and nothing is kept.
        for word in [
            "http:", "https:", "localStorage", "sessionStorage", "indexedDB", "document.cookie", "innerHTML",
            "eval(", "import ",
        ] {
            #expect(!text.contains(word), "\(module): \(word)")
        }
    }

    @Test func thereAreNoOthers() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Shipped.publicFolder.path)

        #expect(Set(names.filter { $0.hasSuffix(".js") }) == Set(PageModule.allCases.map { "\($0.rawValue).js" }))
    }

    /// `gzip -9nkf Public/opvangkaart.css` after every change: an older one would not be sent, and the page be too heavy.
    @Test func whatIsCompressedIsWhatIsThere() throws {
        let files = try StaticFiles(folder: Shipped.publicFolder.path)
        #expect(files.passedOver.isEmpty)
    }

    @Test func aPageLoadsWhatItNeeds() {
        let page: HTML = .element(
            "main", ["data-live": "1"], .element("svg", ["data-map": ""]),
            .element("p", ["data-counted": "x", "data-row": nil]),
            .text("data-row"), .element("li", ["data-new-holds": ""]))

        #expect(page.modules.all == [.live, .holds, .map])
        #expect(HTML.empty.modules.all.isEmpty)
    }

    @Test func underNamesThatMayBeKept() throws {
        let program = try TestProgram.reading.get()
        let page = Markup(try program.page("/zoeken", cookie: program.signIn(.coordinator)).text)
        let scripts = page.tags("script")

        #expect(!scripts.isEmpty)
        for script in scripts {
            #expect(script["type"] == "module")
            let file = try program.page(try #require(script["src"]))
            #expect(file.fields[.cacheControl]?.contains("immutable") == true)
            #expect(file.fields[.contentType] == "text/javascript; charset=utf-8")
        }
    }

    /// Who has not signed in has no connection to lose.
    @Test func nobodyListensWithoutSigningIn() throws {
        let text = try TestProgram.reading.get().page("/inloggen").text

        #expect(!text.contains("data-live"))
        #expect(!text.contains("<template"))
        #expect(!text.contains("live."))
    }
}
