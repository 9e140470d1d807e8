import Testing

@testable import HTTP

@Suite("How much body a request may bring is decided from its head")
struct BodyLimitTests {
    /// `/none` wants no body, `/four` at most four bytes, all else what the server allows.
    private func makeBench() -> MachineBench {
        MachineBench(
            limits: Limits(body: 100),
            bodyLimit: { head in
                switch head.path {
                case "/none": 0
                case "/four": 4
                default: nil
                }
            })
    }

    private static func chunked(_ path: String, _ sizes: [Int]) -> String {
        let chunks = sizes.map { "\(String($0, radix: 16))\r\n\(String(repeating: "x", count: $0))\r\n" }.joined()
        return make("POST \(path) HTTP/1.1", "Transfer-Encoding: chunked", body: chunks + "0\r\n\r\n")
    }

    private static func measured(_ path: String, _ size: Int) -> String {
        make("POST \(path) HTTP/1.1", "Content-Length: \(size)", body: String(repeating: "x", count: size))
    }

    @Test(
        "a body nobody wants is read over, nothing of it is kept, and the next request is served",
        arguments: [measured("/none", 90), chunked("/none", [40, 50])])
    func dropped(request: String) {
        var bench = makeBench()

        for byte in [UInt8](request) {
            bench.receive([byte])
            #expect(bench.machine.bodyBytes == 0)
        }
        bench.receive(Self.measured("/any", 3))

        #expect(bench.events == ["deliver /none", "answered", "deliver /any", "answered"])
        #expect(bench.bodies.map(\.count) == [0, 3])
    }

    @Test(
        "also a body nobody wants has the server's limit",
        arguments: [measured("/none", 101), chunked("/none", [60, 41])])
    func droppedTooLarge(request: String) {
        var bench = makeBench()

        bench.receive(request)

        #expect(bench.events.first == "refuse bodyTooLarge")
        #expect(bench.statuses == ["413"])
    }

    @Test(
        "a smaller limit of its own holds for one request",
        arguments: [
            (measured("/four", 4), "200"), (measured("/four", 5), "413"), (chunked("/four", [2, 2]), "200"),
            (chunked("/four", [2, 3]), "413"),
        ])
    func ownLimit(request: String, status: String) {
        var bench = makeBench()

        bench.receive(request)
        if status == "200" { bench.receive(Self.measured("/any", 100)) }

        #expect(bench.statuses == (status == "200" ? ["200", "200"] : ["413"]))
    }

    @Test("who asks first whether to send a body nobody wants is answered at once, and the connection closes")
    func expectation() {
        var bench = makeBench()

        bench.receive(make("POST /none HTTP/1.1", "Expect: 100-continue", "Content-Length: 90"))

        #expect(bench.events == ["deliver /none", "answered", "shutDownOutput"])
        #expect(bench.statuses == ["200"])
        #expect(bench.written.text.contains("Connection: close\r\n"))
    }

    @Test("what is in memory of a body is known, and gone when there is no room for it")
    func noRoom() {
        var bench = makeBench()
        bench.receive(String(Self.measured("/any", 90).dropLast(10)))
        #expect(bench.machine.bodyBytes == 80)

        bench.refuseBody()

        #expect(bench.machine.bodyBytes == 0)
        #expect(bench.statuses == ["503"])
        #expect(bench.events == ["refuse noRoomForBody", "answered", "shutDownOutput"])
    }
}
