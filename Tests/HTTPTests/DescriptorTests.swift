import Foundation
import Testing

@testable import HTTP

@Suite("Running out of descriptors")
struct DescriptorTests {
    /// In a process of its own, which may run out.
    @Test("pauses accepting, and goes on when there are some again; nobody connected is dropped")
    func exhaustion() async {
        await #expect(processExitsWith: .success) {
            let server = Server(
                configuration: .init(port: 0, workers: 1), refusalAnswer: { status, _, _ in Response(status) },
                handler: { request, responder in responder.answer(Response(.ok, body: [UInt8]("<\(request.path)>"))) },
                log: { _ in })
            let port = try server.start()
            func answer(_ client: TestClient, _ path: String) -> Bool {
                client.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
                return client.read(until: "<\(path)>").hasPrefix("HTTP/1.1 200")
            }
            let first = try TestClient(port: port)
            try require(answer(first, "/first"))
            var clients = (0..<10).map { _ in TestClient() }
            let used = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            lower(to: used + 3)
            for client in clients { try client.connect(to: port) }  // beyond the third they wait in the backlog

            try require(answer(first, "/still"))
            try require(answer(clients[0], "/served"))
            let last = clients.removeLast()
            clients.removeAll()
            try require(answer(last, "/last"))
            try require(answer(first, "/again"))
            server.stop(within: 5)
        }
    }
}

private struct Unmet: Error {}

private func require(_ isMet: Bool) throws { if !isMet { throw Unmet() } }

private func lower(to count: Int) {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = rlim_t(count)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
}
