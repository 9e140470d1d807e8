import Testing

private let file = SmallRegistry.overijssel
private let house = SmallRegistry.house
private let sheltered = SmallRegistry.sheltered
private let secret = SmallRegistry.secret
private let visible = SmallRegistry.visible

/// No secret address exists in the system (domain section 2, no. 3; contract section 2).
@Suite("Addresses are refused")
struct AddressFaultTests {
    private static let names = [
        "address", "addresses", "street", "houseNumber", "postcode", "postalCode", "coordinates", "latitude",
        "longitude", "location", "locations",
    ]

    @Test(arguments: [house, sheltered, secret, visible])
    func asAName(place: String) throws {
        let changes = Self.names.map { name in
            SmallRegistry.Change(file: file, pointer: "\(place)/\(name)", value: "Dorpsstraat 1")
        }
        let faults = try SmallRegistry.folder(changing: changes).faults

        #expect(faults == Self.names.map { "\(file)#\(place)/\($0) address_not_held" })
    }

    /// Deeper in a place no such name is known either.
    @Test(arguments: ["referral", "capacity", "admission", "stay", "waiting"])
    func asANameFurtherDown(name: String) throws {
        let change = SmallRegistry.Change(file: file, pointer: "\(sheltered)/\(name)/address", value: "Dorpsstraat 1")
        let faults = try SmallRegistry.folder(changing: [change]).faults

        #expect(faults.count == 1)
        #expect(faults.first?.hasPrefix("\(file)#\(sheltered)/\(name)/address ") == true, "\(faults)")
    }

    @Test(arguments: [
        "Het huis staat op 8011 AB.", "8011AB", "8011 AB Zwolle", "(8011 AB)", "Ga naar 9999 ZZ, bel aan.",
        "8011\u{A0}AB", "8011  AB", "52.512, 6.093", "52.51200,6.09300", "52.512 6.093", "52.512; 6.093",
        "https://kaart.example/@52.5123,6.0934,17z", "8011\u{202F}AB", "‘8011 AB’", "Zwolle\u{2013}8011 AB.", "8011ab",
        "8011Ab",
        "\u{A0}8011 AB", "52.512,\u{A0}6.093",
    ])
    func inAText(text: String) throws {
        let pointer = "\(sheltered)/description"
        try FaultExample.set(text, pointer, .string(text), gives: "address_in_text").check()
    }

    @Test(arguments: [
        "name", "referral/steps/0", "referral/hours", "referral/phone", "referral/documents/0",
        "contraIndications/0/condition",
    ])
    func inAnyTextOfAPlace(name: String) throws {
        try FaultExample.set(name, "\(sheltered)/\(name)", "Bij 8011 AB", gives: "address_in_text").check()
    }

    @Test func inATextOfASecretPlace() throws {
        try FaultExample.set("", "\(secret)/description", "Bij 8011 AB", gives: "address_in_text").check()
    }

    /// Or its organisation's site.
    @Test(arguments: ["name", "description", "phones/0/number", "phones/0/purpose", "phones/0/hours", "sources/0/url"])
    func inAnyTextOfItsOrganisation(name: String) throws {
        let text: JSONTree = name.hasSuffix("url") ? "https://kaart.example/8011AB" : "Bij 8011 AB"
        try FaultExample.set(name, "\(house)/\(name)", text, gives: "address_in_text").check()
    }

    /// Titles are those of others, and years before capitals look like postcodes.
    @Test func aTitleOfASourceIsFine() throws {
        try FaultExample.fine("", "\(house)/sources/0/title", "Verslag 2019 EU").check()
    }

    @Test(arguments: [
        "In 2017 waren er 36 plekken.", "Open van 0900 TOT 1700", "Bel 038-000 00 00.", "Tot 12.500 of 6.25",
        "Regels van 1995 EU", "0111 AB", "Vanaf 1.000, soms 2.000", "12345 AB", "1234 ABC",
        "In 2017 en 2018", "8011 ab", "8011 Ab", "8011abc", "é8011 AB", "8011 ABé", "8011 A B",
    ])
    func otherNumbersAreFine(text: String) throws {
        // A year before two capitals looks like a postcode, and is refused rather than let through.
        let looksLikeOne = text.contains("1995 EU")
        let expected = looksLikeOne ? ["\(file)#\(sheltered)/description address_in_text"] : []
        let change = SmallRegistry.Change(file: file, pointer: "\(sheltered)/description", value: .string(text))

        #expect(try SmallRegistry.folder(changing: [change]).faults == expected)
    }

    /// A place whose address is public keeps it elsewhere; its texts are its own.
    @Test func aVisiblePlaceMaySayWhereItIs() throws {
        let change = SmallRegistry.Change(file: file, pointer: "\(visible)/description", value: "Bij 7411 AB")

        #expect(try SmallRegistry.folder(changing: [change]).faults == [])
    }

    /// A fault elsewhere in a place does not hide an address in it, nor in its organisation.
    @Test func isToldBesideOtherFaults() throws {
        let changes = [
            SmallRegistry.Change(file: file, pointer: "/organizations/1/description", value: "Bij 8011 AB"),
            SmallRegistry.Change(file: file, pointer: "\(visible)/securityLevel", value: "secret"),
            SmallRegistry.Change(file: file, pointer: "\(visible)/municipality", value: nil),
            SmallRegistry.Change(file: file, pointer: "\(visible)/name", value: 7),
        ]
        let faults = try SmallRegistry.folder(changing: changes).faults

        #expect(
            Set(faults) == [
                "\(file)#\(visible)/name wrong_type", "\(file)#/organizations/1/description address_in_text",
            ])
    }
}
