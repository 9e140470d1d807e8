import HTTP
import Testing

@testable import PageReading

@Suite("Every page")
struct PageFrameTests {
    @Test(arguments: SamplePages.allCases)
    func status(_ page: SamplePages) throws {
        let response = try page.response()

        #expect(response.status.code == page.status)
        #expect(response.fields["Content-Type"] == "text/html; charset=utf-8")
    }

    @Test(arguments: SamplePages.allCases)
    func frame(_ page: SamplePages) throws {
        let markup = try page.markup()
        let title = try #require(markup.text(of: "title"))

        #expect(markup.tags.first?["lang"] == "nl")
        #expect(title.hasSuffix("– Opvangkaart"))
        #expect(title.hasPrefix("Fout:") == (page.status >= 400))
        #expect(markup.tags("h1").count == 1)
        #expect(markup.tags("main").count == 1)
        #expect(markup.tags("main").first?["data-screen"]?.isEmpty == false)
        #expect(markup.tags("header").count == 1)
        #expect(markup.tags("footer").count == 1)
        #expect(markup.tags.contains { $0["href"] == "tel:112" })
    }

    @Test(arguments: SamplePages.allCases)
    func theSkipLinkComesFirst(_ page: SamplePages) throws {
        let markup = try page.markup()
        let body = try #require(markup.tags.firstIndex { $0.name == "body" })
        let skip = markup.tags[markup.tags.index(after: body)]

        #expect(skip["class"] == "nl-skip-link")
        #expect(markup.ids.contains(String(skip["href"]?.dropFirst() ?? "")))
    }

    @Test(arguments: SamplePages.allCases)
    func headingsSkipNoLevel(_ page: SamplePages) throws {
        let levels = try page.markup().tags.compactMap { tag in
            tag.name.wholeMatch(of: /h([1-6])/).flatMap { Int($0.output.1) }
        }

        for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1, "\(levels)") }
    }

    @Test(arguments: SamplePages.allCases)
    func everyFieldHasALabel(_ page: SamplePages) throws {
        let markup = try page.markup()
        let labels = Set(markup.tags("label").compactMap { $0["for"] })

        for field in markup.tags("input", "select", "textarea") where field["type"] != "hidden" {
            let id = try #require(field["id"])
            #expect(labels.contains(id), "\(id)")
            #expect(field["placeholder"] == nil)
            #expect(field["autocomplete"] != nil)
        }
        #expect(markup.tags("button").allSatisfy { $0["disabled"] == nil })
        #expect(labels.isSubset(of: markup.ids))
    }

    @Test(arguments: SamplePages.allCases)
    func idsAreUniqueAndReferencesLead(_ page: SamplePages) throws {
        let markup = try page.markup()
        let ids = Set(markup.ids)

        #expect(ids.count == markup.ids.count)
        for tag in markup.tags {
            for reference in (tag["aria-describedby"] ?? "").split(separator: " ") {
                #expect(ids.contains(String(reference)), "\(reference)")
            }
            if let href = tag["href"], href.hasPrefix("#") {
                #expect(ids.contains(String(href.dropFirst())), "\(href)")
            }
            if let list = tag["list"] { #expect(ids.contains(list)) }
        }
    }

    /// What is asked there is about records, or about a municipality.
    private static func isAboutNobody(_ action: String) -> Bool {
        aboutNobody.contains(action) || action.hasPrefix("/provincies/")
    }

    private static let aboutNobody: Set = ["/logboek", "/zorgcoordinator", "/baliekaart", "/gaten", "/organisaties"]

    @Test(arguments: SamplePages.allCases)
    func nothingInlineAndNothingFromElsewhere(_ page: SamplePages) throws {
        for tag in try page.markup().tags {
            #expect(tag.name != "style")
            #expect(tag["style"] == nil)
            #expect(!tag.attributes.keys.contains { $0.lowercased().hasPrefix("on") }, "\(tag)")
            if tag.name == "script" { #expect(tag["src"]?.hasPrefix("/") == true) }
            for name in ["src", "href", "action"] {
                guard let address = tag[name], tag.name != "a" else { continue }
                #expect(address.hasPrefix("/") && !address.hasPrefix("//"), "\(address)")
            }
            // What is asked of the log names nobody who is helped.
            if tag.name == "form", tag["method"] != "post" {
                #expect(tag["method"] == "get" && Self.isAboutNobody(tag["action"] ?? ""), "\(tag)")
            }
        }
    }
}
