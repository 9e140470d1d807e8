import HTTP
import Testing

@Suite("Methods of pages, RFC 9110 §9")
struct PageMethodTests {
    private static let allowed = [
        "/": "GET, HEAD, OPTIONS", "/zoeken": "GET, HEAD, POST, OPTIONS", "/inloggen": "GET, HEAD, POST, OPTIONS",
        "/uitloggen": "POST, OPTIONS",
        "/account": "GET, HEAD, OPTIONS", "/uitloggen-overal": "POST, OPTIONS",
        "*": "GET, HEAD, POST, PUT, OPTIONS",
    ]

    @Test(arguments: allowed.keys.sorted())
    func optionsNamesWhatThereIs(_ path: String) throws {
        let response = try TestProgram.reading.get().send(.options, path)

        #expect(response.status == .noContent)
        #expect(response.fields["Allow"] == Self.allowed[path])
        #expect(response.body.isEmpty)
    }

    @Test(
        arguments: ["/", "/zoeken", "/inloggen", "/uitloggen", "/uitloggen-overal", "/account"],
        [HTTP.Method.put, .delete, .patch, .trace])
    func othersAreNotAllowed(_ path: String, _ method: HTTP.Method) throws {
        let response = try TestProgram.reading.get().send(method, path)

        #expect(response.status == .methodNotAllowed)
        #expect(response.fields["Allow"] == Self.allowed[path])
    }

    @Test(arguments: ["/", "/inloggen", "/opvangkaart.css", "/nergens"], ["BREW", "get"])
    func unknownMethodsAreNotImplemented(_ path: String, _ name: String) throws {
        let method = try #require(HTTP.Method(rawValue: name) as HTTP.Method?)

        #expect(try TestProgram.reading.get().send(method, path).status == .notImplemented)
    }
}
