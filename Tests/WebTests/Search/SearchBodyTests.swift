import Domain
import Foundation
import Ledger
import Matching
import Testing

@testable import Web

@Suite("The answer to a search as it is written by hand")
struct SearchBodyTests {
    static let people: [Profile] = {
        var girl = Profile(age: 17, gender: .female, urgency: .now, threat: .red)
        (girl.turns18Within6Months, girl.residence) = (true, .unaccompaniedMinor)
        girl.circumstances = [.acuteSuicidality, .selfHarm]
        var worker = Profile(age: 45, gender: .male, urgency: .planned, threat: .green)
        (worker.housing, worker.languages) = (.safeOwnPlace, ["ro"])
        worker.exploitationForms = [.labour]
        let somebody = Profile(age: 30, gender: .unknown, urgency: .days, threat: .orange)
        return [girl, worker, somebody]
    }()

    @Test(arguments: people.indices, [SearchDetail.full, .top(0), .top(7), .top(100)])
    func theSameBytesAsTheEncoder(person: Int, detail: SearchDetail) throws {
        let snapshot = Snapshot(registry: try Shipped.registry, state: LedgerState(starting: [:]))
        let now = Date()
        for use in Scarcity.Use.allCases {
            let answer = snapshot.answer(to: Self.people[person], at: now, detail: detail, scarcity: use)
            let body = snapshot.search(Self.people[person], at: now, detail: detail, scarcity: use)
            #expect(String(decoding: answer.jsonBytes(), as: UTF8.self) == (try Self.encoded(body)))
        }
    }

    private static func encoded(_ value: some Encodable) throws -> String {
        String(decoding: try value.jsonBytes(), as: UTF8.self)
    }
}
