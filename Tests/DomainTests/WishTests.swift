import Domain
import Testing

/// `prefers` and `mustNot` (contract section 3).
@Suite("Wish")
struct WishTests {
    @Test(arguments: [
        ("NL-FR", Wish.province(.fryslan)), ("time_out", .shelterKind(.timeOut)), ("omp", .shelterKind(.omp)),
        ("closed", .restriction(.closed)), ("ambulatory", .restriction(.ambulatory)),
        ("secret", .securityLevel(.secret)), ("none", .securityLevel(.none)),
        ("voorbeeld-plek", .service(.make("voorbeeld-plek"))),
    ])
    func reads(code: String, wish: Wish) {
        #expect(Wish(code: code) == wish)
    }

    @Test(arguments: ["", "NL-XX", "GM0193", "semi_opens", "Een plek", "active_addiction"])
    func refusesWhatIsNoWish(code: String) {
        #expect(Wish(code: code) == nil)
    }

    @Test(arguments: [
        ("NL-OV", true), ("NL-FR", false), ("womens_shelter", true), ("mens_shelter", false), ("semi_open", true),
        ("open", false), ("sheltered", true), ("secret", false), ("voorbeeld-plek", true), ("andere-plek", false),
    ])
    func isMetByAPlace(code: String, isMet: Bool) throws {
        let place = Service.make(securityLevel: .sheltered, restriction: .semiOpen)

        #expect(try #require(Wish(code: code)).isMet(by: place) == isMet)
    }

    @Test func helpWithoutABedIsAmbulatory() throws {
        let help = Service.make(shelterKind: nil)

        #expect(try #require(Wish(code: "ambulatory")).isMet(by: help))
        #expect(try #require(Wish(code: "none")).isMet(by: help))
        #expect(try !#require(Wish(code: "open")).isMet(by: help))
    }
}
