import Domain
import Foundation
import HTTP
import Registry
import Testing

@testable import PageReading
@testable import Web

@Suite("Which municipality answers, rules R1 and R2 on screen S5")
struct ResponsibilityPageTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let values: [String: String]
        let heading: String
        let says: [String]
        var testDescription: String { name }
    }

    static let examples = [
        Example(
            name: "registered", values: ["ingeschreven": "Zwolle", "aangetroffen": "Breda", "wie": "volwassene"],
            heading: "Verantwoordelijk: gemeente Zwolle", says: ["Wmo 2015", "Zwolle"]),
        Example(
            name: "found", values: ["aangetroffen": "Breda", "wie": "volwassene"],
            heading: "Verantwoordelijk: gemeente Breda", says: ["Wmo 2015", "toch ergens ingeschreven"]),
        Example(
            name: "neither", values: ["nu": "Eindhoven"], heading: "Nog vast te stellen",
            says: ["Bel de zorgcoördinator van de regio waar iemand nu is", "Brabant-Zuidoost"]),
        Example(name: "nothing at all", values: [:], heading: "Nog vast te stellen", says: ["Bel de zorgcoördinator"]),
        Example(
            name: "minor", values: ["ingeschreven": "Zwolle", "wie": "onder-18"],
            heading: "Verantwoordelijk: gemeente Zwolle", says: ["Jeugdwet", "woonplaatsbeginsel"]),
        Example(
            name: "unaccompanied", values: ["aangetroffen": "Zwolle", "wie": "amv"],
            heading: "Verantwoordelijk: Nidos, als voogd", says: ["Nidos"]),
        Example(
            name: "reflection period", values: ["aangetroffen": "Zwolle", "wie": "bedenktijd"],
            heading: "Verantwoordelijk: het Rijk, via CoMensha", says: ["COSM", "Rijk"]),
        Example(
            name: "risk where the person is now", values: ["ingeschreven": "Zwolle", "nu": "Eindhoven"],
            heading: "Verantwoordelijk: gemeente Zwolle", says: ["Regio Brabant-Zuidoost", "Onder 18 jaar: Jeugdwet"]),
    ]

    private func post(_ values: [String: String]) throws -> Response {
        func encoded(_ text: String) -> String { PercentCoding.query(text) }
        let body = values.map { "\(encoded($0.key))=\(encoded($0.value))" }.joined(separator: "&")
        return try TestProgram.shipped.get().send(
            .make(
                .post, "/zorgcoordinator", fields: ["Content-Type": "application/x-www-form-urlencoded"],
                body: Array(body.utf8)))
    }

    @Test(arguments: examples)
    func answer(_ example: Example) throws {
        let response = try post(example.values)
        let page = MarkupTree(html: response.text)
        let box = try #require(page.all.first { $0.classes.contains("ok-answer") })

        #expect(response.status == .ok && response.fields["Cache-Control"] == "no-store")
        #expect(box.inner("h2").first?.text == example.heading)
        for text in example.says { #expect(box.text.contains(text), "\(box.text)") }
        // Nothing has to be typed once more.
        for (name, value) in example.values where name != "wie" {
            #expect(page.element(id: name)?["value"] == value)
        }
    }

    /// Of the region where somebody is now, not of the municipality that pays.
    @Test func theContactsAreThoseNearThePerson() throws {
        let page = MarkupTree(html: try post(["ingeschreven": "Zwolle", "nu": "Eindhoven"]).text)
        let coordination = try Shipped.registry.coordination
        let near = try #require(coordination.coordinator(of: .eindhoven)).phone.filter(\.isNumber)
        let far = try #require(coordination.coordinator(of: .zwolle)).phone.filter(\.isNumber)
        let numbers = page.all("a").compactMap { $0["href"] }

        #expect(numbers.contains("tel:\(near)") && !numbers.contains("tel:\(far)"))
    }

    @Test func aNameNobodyHasIsAFaultWithAWayOn() throws {
        let response = try post(["ingeschreven": "Zwole", "aangetroffen": "06-12345678"])
        let page = MarkupTree(html: response.text)
        let summary = try #require(page.summaries.first)

        #expect(response.status == .badRequest)
        #expect(summary.inner("a").compactMap { $0["href"] } == ["#ingeschreven", "#aangetroffen"])
        #expect(summary.text.contains("Bedoelde u Zwolle?") && !page.body.text.contains("12345678"))
    }
}
