import Coverage
import Domain
import Foundation
import HTTP
import Registry
import TestTools
import Testing

@testable import Web

@Suite("Questions about gaps in an address")
struct GapQuestionTests {
    private static let today = DutchTime.today(TestClock.start)

    struct Day: Sendable, CustomTestStringConvertible {
        let sent: String?
        let day: GapDay
        var fault: GapDay.Fault?
        var testDescription: String { sent ?? "none" }
    }

    private static func date(_ text: String) -> CalendarDate { CalendarDate(text: text) ?? today }

    @Test(arguments: [
        Day(sent: nil, day: .today), Day(sent: " ", day: .today), Day(sent: "2026-11-20", day: .today),
        Day(sent: "20-11-2026", day: .today), Day(sent: "2026-11-19", day: .past(date("2026-11-19"))),
        Day(sent: "1-2-2027", day: .later(date("2027-02-01"))),
        Day(sent: "2036-11-20", day: .later(date("2036-11-20"))),
        Day(sent: "2036-11-21", day: .today, fault: .tooFar), Day(sent: "2199-12-31", day: .today, fault: .tooFar),
        Day(sent: "2026-02-30", day: .today, fault: .unreadable),
        Day(sent: "2200-01-01", day: .today, fault: .unreadable),
        Day(sent: "vandaag", day: .today, fault: .unreadable),
        Day(sent: "99999999999999999999-1-1", day: .today, fault: .unreadable),
        Day(sent: "2026-11-20T08:00:00Z", day: .today, fault: .unreadable),
        Day(sent: "1--2027", day: .today, fault: .unreadable), Day(sent: "1900-01-01", day: .past(date("1900-01-01"))),
    ])
    func days(_ example: Day) throws {
        let sent = FormValues(items: example.sent.map { [QueryItem(name: "datum", value: $0)] } ?? [])
        let question = GapQuestion(sent, registry: try Village.registry, today: Self.today)

        #expect(question.day == example.day && question.fault == example.fault)
        // What is no day, and today, is not said again.
        #expect(question.values["datum"] == example.day.date?.text)
    }

    /// Whatever was asked is asked again by the addresses of the page.
    @Test(arguments: 0..<100 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let registry = try Village.registry
        func maybe(_ name: String, _ values: [String]) -> QueryItem? {
            Bool.random(using: &random)
                ? values.randomElement(using: &random).map { QueryItem(name: name, value: $0) } : nil
        }
        let provinces = registry.geography.provinces.map { Slug(of: $0.name).text }
        let items = [
            maybe("kijk", GapMeasure.all.map(\.code) + ["x"]), maybe("soort", ShelterKind.allCases.map(\.rawValue)),
            maybe("vorm", ExploitationForm.allCases.map(\.rawValue)),
            maybe("verblijf", ResidenceGroup.allCases.map(\.rawValue)),
            maybe("landelijk", ["alles", "alleen", "zonder"]), maybe("provincie", provinces),
            maybe("rijen", provinces + ["landelijk"]),
            maybe("kolommen", TargetGroup.all.map(GapQuestion.slug)),
            maybe("datum", ["2026-11-20", "2026-11-19", "2027-03-01", "01-03-2027", "2036-11-20"]),
        ].compactMap { $0 }
        let question = GapQuestion(FormValues(items: items), registry: registry, today: Self.today)

        let address = question.address("/gaten")
        let again = GapQuestion(
            FormValues(items: Request.make(.get, address).query), registry: registry, today: Self.today)

        #expect(again.filter == question.filter && again.measure == question.measure)
        #expect(again.province?.code == question.province?.code && again.rowsBy == question.rowsBy)
        #expect(again.day == question.day && again.fault == nil && question.fault == nil)
        #expect(again.columnsBy?.code == question.columnsBy?.code)
        #expect(again.address("/gaten") == address)
        #expect(!question.address("/gaten", without: ["kijk", "rijen"]).contains("kijk"))
    }

    @Test func groupsAndColumnsHaveNamesOfTheirOwn() throws {
        let registry = try Village.registry

        #expect(Set(TargetGroup.all.map(GapQuestion.slug)).count == TargetGroup.all.count)
        #expect(TargetGroup.all.allSatisfy { GapQuestion.group(GapQuestion.slug(of: $0))?.code == $0.code })
        for column in GapColumn.all {
            #expect(GapQuestion.column(GapQuestion.slug(of: column, registry), registry) == column)
        }
    }
}
