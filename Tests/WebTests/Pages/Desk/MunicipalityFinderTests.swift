import Domain
import Foundation
import HTTP
import Registry
import TestTools
import Testing

@testable import Web

@Suite("Which municipality somebody means")
struct MunicipalityFinderTests {
    private static let finder = Result { MunicipalityFinder(try Shipped.registry.geography) }

    private func answer(_ text: String) throws -> MunicipalityFinder.Answer {
        try Self.finder.get().answer(to: text)
    }

    private func suggestions(_ text: String) throws -> [String] {
        if case .unknown(let near) = try answer(text) { near.map(\.name) } else { ["found"] }
    }

    @Test(arguments: [
        ("zwolle", "Zwolle"), ("  ZWOLLE ", "Zwolle"), ("Gemeente Zwolle", "Zwolle"), ("GM0193", "Zwolle"),
        ("sudwest fryslan", "Súdwest-Fryslân"), ("Su\u{301}dwest-Fryslân", "Súdwest-Fryslân"),
        ("s hertogenbosch", "'s-Hertogenbosch"), ("’s-Hertogenbosch", "'s-Hertogenbosch"),
        ("Den Bosch", "'s-Hertogenbosch"), ("den haag", "'s-Gravenhage"), ("Bergen NH", "Bergen (NH.)"),
        ("nuenen", "Nuenen, Gerwen en Nederwetten"), ("Utrecht", "Utrecht"), ("groningen", "Groningen"),
    ])
    func found(text: String, name: String) throws {
        guard case .found(let municipality) = try answer(text) else {
            Issue.record("\(text) is not found")
            return
        }
        #expect(municipality.name == name)
    }

    @Test func everyNameFindsItself() throws {
        let finder = try Self.finder.get()
        for municipality in try Shipped.registry.geography.municipalities {
            #expect(finder.municipality(named: municipality.name) == municipality)
            #expect(finder.municipality(named: municipality.name.uppercased()) == municipality)
            #expect(finder.municipality(named: municipality.code.rawValue) == municipality)
        }
    }

    @Test(arguments: [
        ("Zwole", ["Zwolle"]), ("Amstrdam", ["Amsterdam"]), ("Enshcede", ["Enschede"]), ("Den Hag", ["'s-Gravenhage"]),
        ("Bergen", ["Bergen (L.)", "Bergen (NH.)"]), ("Geleen", ["Sittard-Geleen"]),
        ("alphen", ["Alphen aan den Rijn", "Alphen-Chaam"]), ("cuijk", ["Land van Cuijk"]),
    ])
    func near(text: String, names: [String]) throws {
        let found = try suggestions(text)
        for name in names { #expect(found.contains(name), "\(text): \(found)") }
    }

    @Test func aProvinceIsNamedAsSuch() throws {
        #expect(try answer("overijssel") == .province(#require(Shipped.registry.geography.province(.overijssel))))
    }

    @Test(arguments: ["", "   ", "-", "x", "qqqqqqqq", String(repeating: "z", count: 5_000), "😀", "<b>"])
    func nothingIsNear(text: String) throws { #expect(try suggestions(text).isEmpty) }

    /// One letter left out, doubled, changed or exchanged in any name of five letters or more: it is still offered,
    /// unless what is left is a name itself.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func oneSlipIsUnderstood(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let all = try Shipped.registry.geography.municipalities.filter { $0.name.count >= 5 && $0.name.count < 20 }
        let meant = try #require(all.randomElement(using: &random))
        var letters = Array(meant.name)
        let place = Int.random(in: 1..<letters.count - 1, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        case 2: letters[place] = "x"
        default: letters.swapAt(place, place + 1)
        }
        let text = String(letters)

        switch try answer(text) {
        case .found(let other): #expect(NameKey(other.name) == NameKey(text), "\(text)")
        case .province: break
        case .unknown(let near): #expect(near.contains(meant), "\(text): \(near.map(\.name))")
        }
    }

    @Test(arguments: [
        ("Zwole", true), ("’s-Graveland (x)", true), ("Bel 0612345678", false), ("http://x", false), ("", false),
        (String(repeating: "a", count: 31), false), ("a\u{202E}b", false),
    ])
    func onlyNamesAreShownAgain(text: String, isShown: Bool) {
        #expect((MunicipalityFinder.shown(text) != nil) == isShown)
    }
}
