import Domain
import Foundation
import Registry
import Testing

/// Plain, blame-free Dutch (rule R20; conventions section 5), and no address anywhere.
@Suite("Shipped data, texts")
struct ShippedTextsTests {
    /// Never as a label (rule R20), and words for which there are plainer ones.
    private static let words = [
        "ongemotiveerd", "ongemotiveerde", "weigert", "weigeren", "weigerachtig", "illegaal", "illegale", "illegalen",
        "zorgmijder", "zorgmijders", "zorgmijdend", "probleemgeval", "probleemgevallen", "loverboyslachtoffer",
        "loverboyslachtoffers", "middels", "teneinde", "derhalve", "alsmede", "conform", "inzake", "betreffende",
        "voornoemd", "voornoemde", "indien", "tevens", "casus",
    ]
    private static let phrases = ["dienen te", "dient te", "te allen tijde", "met betrekking tot"]

    /// Dutch sentences: all texts but English ones, titles of sources, codes and addresses on the web.
    private static let dutch = ShippedData.texts.filter { entry in
        let isSource = entry.place.contains("/sources/") || entry.place.contains("/source/")
        return !isSource && !["en", "url", "website", "email", "code", "id"].contains(entry.name)
    }

    @Test func textsAreThere() {
        #expect(ShippedData.files.count == 21)
        #expect(Self.dutch.count > 10_000)
    }

    @Test func noForbiddenWord() {
        let forbidden = Set(Self.words)
        for entry in Self.dutch {
            let lower = entry.text.lowercased()
            let found = lower.split { !$0.isLetter }.map(String.init).filter(forbidden.contains)
            #expect(found == [], "\(entry.place): \(entry.text)")
            if lower.contains(" te ") || lower.contains(" tot") {
                #expect(!Self.phrases.contains { lower.contains($0) }, "\(entry.place): \(entry.text)")
            }
        }
    }

    /// At most 20 words in a sentence.
    @Test func noLongSentence() {
        for entry in Self.dutch where entry.text.utf8.count > 80 {
            for sentence in entry.text.split(whereSeparator: { ".!?".contains($0) }) {
                let count = sentence.split(whereSeparator: \.isWhitespace).count
                #expect(count <= 20, "\(entry.place): \(sentence)")
            }
        }
    }

    /// No postcode, no pair of coordinates, no street with a number; also not in titles and in English.
    @Test func noAddress() throws {
        let postcode = /\b[1-9][0-9]{3}\s?[A-Z]{2}\b/
        let coordinates = /[0-9]{1,2}\.[0-9]{3,}\s*[,;\s]\s*[0-9]{1,2}\.[0-9]{3,}/
        let street = /(straat|laan|weg|plein|gracht|kade|singel|steeg|dreef|hof|pad)\s[1-9][0-9]{0,3}\b/

        for entry in ShippedData.texts where entry.text.contains(where: \.isNumber) {
            let isAddress =
                entry.text.firstMatch(of: postcode) != nil || entry.text.firstMatch(of: coordinates) != nil
                || entry.text.firstMatch(of: street) != nil
            #expect(!isAddress, "\(entry.place): \(entry.text)")
        }
    }

    /// Numbers of real organisations are not given to invented ones; only CoMensha is called for its own places.
    @Test func phonesOfExamplesLeadNowhere() throws {
        for organization in try ShippedData.registry.organizations where organization.isExample {
            let numbers = organization.phones.map(\.number) + organization.services.compactMap { $0.referral?.phone }
            for number in numbers where number != "033-448 11 86" {
                #expect(number.contains("00 00"), "\(organization.id.rawValue): \(number)")
            }
            let site = organization.website.flatMap { URL(string: $0)?.host() }
            #expect(site?.hasSuffix(".example") ?? true, "\(organization.id.rawValue)")
        }
    }
}
