import Access
import Domain
import Foundation
import HTTP
import JSONText
import Testing

@testable import Web

/// The limits as whoever runs into them sees them.
@Suite("Too many requests")
struct LimitTests {
    private func program(_ limits: RequestLimits = RequestLimits()) throws -> TestProgram {
        try TestProgram(Village.registry, limits: limits)
    }

    private func statuses(_ count: Int, _ send: () throws -> Response) rethrows -> [Int: Int] {
        var counts: [Int: Int] = [:]
        for _ in 0..<count { counts[try send().status.code, default: 0] += 1 }
        return counts
    }

    @Test func withoutAKeyFiveHundredAndThenFiftyASecond() throws {
        let program = try program()
        #expect(try statuses(520) { try program.get("/v1/health", from: "192.0.2.1") } == [200: 500, 429: 20])
        #expect(try program.get("/v1/health", from: "192.0.2.2").status == .ok)

        program.clock.advance(seconds: 1)

        #expect(try statuses(60) { try program.get("/v1/health", from: "192.0.2.1") } == [200: 50, 429: 10])
    }

    @Test func withAKeyAThousandAndThenTwoHundredASecond() throws {
        let program = try program()
        #expect(try statuses(1_010) { try program.get("/v1/health", as: .policy) } == [200: 1_000, 429: 10])
        // Others at the same address, with and without a key, notice nothing.
        #expect(try program.get("/v1/health", as: .admin).status == .ok)
        #expect(try program.get("/v1/health").status == .ok)
        // Nor does another address give the same key more.
        #expect(try program.get("/v1/health", as: .policy, from: "192.0.2.9").status == .tooManyRequests)

        program.clock.advance(seconds: 1)

        #expect(try statuses(210) { try program.get("/v1/health", as: .policy) } == [200: 200, 429: 10])
    }

    @Test func aKeyIsNotHeldUpByItsAddress() throws {
        let program = try program(RequestLimits(addressRate: 1))
        #expect(try statuses(11) { try program.get("/v1/provinces") } == [200: 10, 429: 1])

        #expect(try program.get("/v1/provinces", as: .coordinator).status == .ok)
    }

    @Test func pagesCountByTheKeyThatSignedIn() throws {
        let program = try program(RequestLimits(addressRate: 1, keyRate: 2))
        let cookie = try program.signIn(.coordinator)
        #expect(try statuses(9) { try program.page("/") } == [200: 9])
        #expect(try program.page("/").status == .tooManyRequests)

        #expect(try statuses(11) { try program.page("/", cookie: cookie) } == [200: 10, 429: 1])
        #expect(try program.get("/v1/health", as: .coordinator).status == .tooManyRequests)
    }

    @Test func filesAreNotCounted() throws {
        let program = try program(RequestLimits(addressRate: 1))
        #expect(try statuses(100) { try program.page("/opvangkaart.css") } == [200: 100])

        #expect(try statuses(11) { try program.page("/bestaat-niet.css") } == [404: 10, 429: 1])
    }

    /// Whatever is asked, nothing is said of it.
    @Test(arguments: ["/v1/health", "/v1/nope", "/v1/audit-events", "/v1/services?onbekend=1", "/", "/nope"])
    func whatIsAnswered(_ target: String) throws {
        let program = try program(RequestLimits(addressRate: 1))
        _ = try statuses(10) { try program.get("/v1/health") }

        for name in ["GET", "POST", "DELETE", "OPTIONS", "BREW"] {
            guard let method = HTTP.Method(rawValue: name) else { continue }
            let response = try program.send(method, target)

            #expect(response.status == .tooManyRequests)
            #expect(response.fields["Retry-After"] == "1")
            #expect(response.fields["Cache-Control"] == "no-store")
            #expect(response.fields["X-Content-Type-Options"] == "nosniff")
            if target.hasPrefix("/v1") {
                #expect(response.fields["Content-Type"] == "application/problem+json")
                #expect(try response.json["title"].string == "Te veel verzoeken")
                #expect(try response.json["status"].integer == 429)
            } else {
                #expect(response.text.contains("snel achter elkaar"))
            }
        }
    }

    @Test func noLimitWhereNoneIsWanted() throws {
        let program = try program(RequestLimits(addressRate: nil, keyRate: nil))
        #expect(try statuses(3_000) { try program.get("/v1/health") } == [200: 3_000])
        #expect(try statuses(3_000) { try program.get("/v1/health", as: .policy) } == [200: 3_000])
    }

    // MARK: Wrong keys

    private func sign(_ program: TestProgram, _ key: String, from peer: String = "192.0.2.1") throws -> Response {
        try program.post("/inloggen", ["key": key], from: peer)
    }

    @Test func theSixthWrongKeyAtTheForm() throws {
        let program = try program()
        #expect(try statuses(5) { try sign(program, "fout") } == [400: 5])
        let sixth = try sign(program, "fout")
        #expect(sixth.status == .tooManyRequests)
        #expect(sixth.fields["Retry-After"] == "60")
        #expect(sixth.text.contains("Te veel pogingen"))

        program.clock.advance(seconds: 45)
        // A right key too waits at this form, and the others know nothing of it.
        #expect(try sign(program, "sleutel-admin").fields["Retry-After"] == "15")
        #expect(try sign(program, "sleutel-admin", from: "192.0.2.2").status == .seeOther)
        #expect(try program.get("/v1/audit-events", as: .admin, from: "192.0.2.1").status == .ok)

        program.clock.advance(seconds: 15)
        #expect(try sign(program, "sleutel-admin").status == .seeOther)
    }

    @Test func anEmptyFormIsNoTry() throws {
        let program = try program()
        #expect(try statuses(20) { try program.post("/inloggen", [:]) } == [400: 20])
    }

    @Test func theSixthWrongKeyAtTheAPI() throws {
        let program = try program()
        #expect(try statuses(8) { try program.get("/v1/holds", as: .wrongKey) } == [401: 5, 429: 3])
        #expect(try program.get("/v1/nope", as: .wrongKey).status == .tooManyRequests)
        #expect(try program.get("/v1/holds", as: .coordinator).status == .ok)
        #expect(try program.get("/v1/provinces").status == .ok)
        // Both doors count together.
        #expect(try sign(program, "sleutel-admin", from: "").status == .tooManyRequests)
    }

    /// Who knows how a key begins cannot lock it out.
    @Test func theBeginningOfARightKey() throws {
        let program = try program()
        var random = SystemRandomNumberGenerator()
        let (_, secret) = try program.keys.issue(role: .coordinator, at: program.clock.now, using: &random)
        let guess = String(secret.prefix(10)) + "geraden"
        for number in 0..<5 { #expect(try sign(program, guess, from: "198.51.100.\(number)").status == .badRequest) }
        #expect(try sign(program, guess, from: "198.51.100.9").status == .tooManyRequests)

        #expect(try sign(program, guess, from: "203.0.113.1").status == .tooManyRequests)
        #expect(try sign(program, secret, from: "203.0.113.1").status == .seeOther)
        let fields: Fields = ["Authorization": "Bearer \(secret)"]
        #expect(try program.get("/v1/holds", fields: fields, from: "198.51.100.9").status == .ok)
    }

    // MARK: What is kept of it

    @Test func onlyTheirNumberIsInTheJournal() throws {
        let program = try program(RequestLimits(addressRate: 1))
        _ = try statuses(300) { try program.get("/v1/health") }
        _ = try statuses(20) { try sign(program, "fout", from: "192.0.2.7") }
        program.finish()

        let events = try program.audit()
        let refused = events.filter { $0["status"].integer == 429 }

        #expect(
            Set(refused.map { "\($0["eventType"].plain) \($0["count"].plain)" }) == [
                "\"access_refused\" 300", "\"sign_in_failed\" 5",
            ])
        #expect(refused.count == 2)
        #expect(events.filter { $0["status"].integer == 400 }.count == 5)
    }
}
