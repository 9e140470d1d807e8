import HTTP
import Testing

@Suite("Forms that do not come from this site")
struct CrossSiteTests {
    @Test(arguments: ["application/json", "text/plain", "multipart/form-data; boundary=x"])
    func formsOfAnotherKind(_ type: String) throws {
        let program = try TestProgram.reading.get()
        let response = try program.post(
            "/zoeken", SamplePages.good, cookie: program.signIn(.coordinator), fields: ["Content-Type": type])

        #expect(response.status == .unsupportedMediaType)
    }
}
