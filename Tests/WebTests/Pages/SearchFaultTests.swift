import HTTP
import Testing

@testable import PageReading

@Suite("The search form, filled in wrongly")
struct SearchFaultTests {
    @Test func badInput() throws {
        let markup = try SamplePages.faults.markup()
        let links = markup.tags("a").compactMap { $0["href"] }

        for field in [
            "age", "gender", "threat", "urgency", "childAge1", "persons", "dangerMunicipality", "currentMunicipality",
        ] {
            #expect(links.contains("#\(field)"), "\(field)")
            #expect(markup.ids.contains(field))
            #expect(markup.ids.contains("\(field)-error"), "\(field)")
        }
        #expect(markup.blocks.contains("Er zijn 8 dingen niet goed ingevuld."))
        #expect(markup.blocks.contains("Vul een leeftijd in tussen 0 en 120, bijvoorbeeld 17."))
        #expect(markup.tags("input").first { $0["id"] == "age" }?["aria-invalid"] == "true")
    }

    @Test(arguments: [SamplePages.faults, .unsigned])
    func whatWasTypedComesBackAsText(_ page: SamplePages) throws {
        let response = try page.response()
        let inputs = Markup(response.text).tags("input")

        #expect(!response.text.contains("<script>"))
        #expect(inputs.first { $0["name"] == "dangerMunicipality" }?["value"] == "<script>alert(1)</script>")
        #expect(inputs.first { $0["name"] == "currentMunicipality" }?["value"] == "Nergens \"' &")
        #expect(inputs.first { $0["name"] == "age" }?["value"] == "oud")
    }

    @Test(arguments: [
        ("age", "121"), ("age", "-1"), ("age", "24.5"), ("age", "९"), ("gender", "zz"), ("threat", "zz"),
        ("urgency", "zz"), ("household", "zz"), ("housing", "zz"), ("exploitationForms", "zz"),
        ("dangerAreas", "NL-XX"),
        ("dangerMunicipality", "Nergens"), ("currentMunicipality", "Nergens"), ("childAge1", "121"),
        ("childAge4", "acht"),
    ])
    func eachFault(_ field: String, _ value: String) throws {
        let program = try TestProgram.reading.get()
        // Children are asked of who brings them.
        let brings = field.hasPrefix("child") ? [("household", "with_children")] : []
        let kept = SamplePages.good.filter { $0.key != field && (brings.isEmpty || $0.key != "household") }
        let good = kept.map { ($0.key, $0.value) } + brings + [(field, value)]
        let cookie = try program.signIn(.coordinator)
        let token = try #require(try program.formToken(cookie: cookie))
        let body = (good + [("token", token)]).map { "\($0)=\($1)" }.joined(separator: "&")
        let request = Request.make(
            .post, "/zoeken",
            fields: [
                "Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie,
            ], body: Array(body.utf8))

        let response = try program.send(request)

        #expect(response.status == .badRequest)
        #expect(Markup(response.text).tags("a").contains { $0["href"] == "#\(field)" })
    }
}
