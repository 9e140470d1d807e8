import Foundation
import HTTP
import Testing

@testable import Web

@Suite("Lines of the log")
struct LogLineTests {
    private func line(method: String, refusal: RefusalReason? = nil, offset: Int? = nil) -> String {
        LogEntry(
            id: UUID(), method: HTTP.Method(rawValue: method), label: "/v1/services/{id}", status: .ok, bytes: 17,
            microseconds: 5, refusal: refusal, refusalOffset: offset, isComplete: true
        ).line
    }

    @Test("method, pattern, status, bytes and time; a method nobody knows is not repeated")
    func methods() {
        #expect(line(method: "GET").contains("Z GET /v1/services/{id} 200 17B 5us "))
        #expect(line(method: "GEHEIM").contains("Z - /v1/services/{id} 200 17B 5us "))
    }

    @Test("a refusal has its reason, and the byte where one decided")
    func refusals() {
        #expect(line(method: "GET", refusal: .host, offset: 40).hasSuffix(" geweigerd=host@40"))
        #expect(line(method: "GET", refusal: .writeTimeout).hasSuffix(" geweigerd=writeTimeout"))
    }

    @Test("what cannot be accepted is said in one line", arguments: [ServerNotice.full, .cannotAccept(code: EMFILE)])
    func notices(notice: ServerNotice) {
        #expect(notice.line.contains("Z ") && !notice.line.contains("\n"))
        #expect(notice.line.contains("Rustige verbindingen gaan dicht."))
    }
}
