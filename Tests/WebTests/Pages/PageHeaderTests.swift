import HTTP
import Registry
import Testing

@Suite("Header fields of every page")
struct PageHeaderTests {
    static let fields: [(FieldName, String)] = [
        ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-store"), ("X-Robots-Tag", "noindex, nofollow"),
    ]

    @Test(arguments: SamplePages.allCases)
    func headerFields(_ page: SamplePages) throws {
        let response = try page.response()

        for (name, value) in Self.fields { #expect(response.fields[name] == value, "\(name)") }
        let policy = try #require(response.fields["Content-Security-Policy"])
        for part in ["default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"] {
            #expect(policy.contains(part))
        }
        for part in ["unsafe", "data:", "http", "*"] { #expect(!policy.contains(part)) }
        #expect(response.fields["Permissions-Policy"]?.isEmpty == false)
    }

    @Test func transportSecurityInProduction() throws {
        let program = try TestProgram(Village.registry.withoutExamples(), isProduction: true)

        #expect(try program.page("/").fields["Strict-Transport-Security"]?.contains("max-age=31536000") == true)
        #expect(try !program.page("/inloggen").text.contains("Probeersleutel"))
    }

    @Test(arguments: ["/", "/inloggen"])
    func headIsLikeGet(_ path: String) throws {
        let program = try TestProgram.reading.get()
        let (get, head) = (try program.page(path), try program.send(.make(.head, path)))

        #expect(head.status == .ok)
        #expect(head.fields["Content-Security-Policy"] == get.fields["Content-Security-Policy"])
        #expect(get.fields["Set-Cookie"] == nil)
    }

    @Test(arguments: ["/zoeken", "/inloggen", "/uitloggen"])
    func otherMethods(_ path: String) throws {
        let response = try TestProgram.reading.get().send(.make(.put, path))

        #expect(response.status == .methodNotAllowed)
        #expect(response.fields["Allow"]?.contains("POST") == true)
    }
}
