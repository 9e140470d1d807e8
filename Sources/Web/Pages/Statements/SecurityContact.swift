import Domain
import Foundation
import Hypertext

/// Where to write about the site: what `security.txt` names, which whoever runs it fills in.
struct SecurityContact: Sendable {
    let house: PageHouse

    func html(_ say: Words) -> HTML {
        let contacts = house.securityText?.contacts ?? []
        guard !contacts.isEmpty else {
            return .paragraph(
                say(
                    "Er is nog geen adres ingevuld. Bel in elk geval bij haast de nummers onderaan.",
                    "No address is filled in yet. When in a hurry, call the numbers below."))
        }
        let links = contacts.map { contact in HTML.link(Self.shown(contact), contact) }
        let isNobodys = house.securityText?.hasPlaceholder == true
        let note: HTML =
            isNobodys
            ? .paragraph(
                say(
                    "Let op: dit adres is een voorbeeld. Wie deze site aanbiedt, vult hier het eigen adres in.",
                    "Note: this address is an example. Whoever offers this site fills in their own.")) : .empty
        return .joined([
            .paragraph(
                .joined([.text(say("Schrijf of bel naar: ", "Write to or call: "))] + Self.joined(links) + ["."])),
            note,
        ])
    }

    /// Without how it is reached.
    private static func shown(_ contact: String) -> String {
        for start in ["mailto:", "tel:", "https://"] where contact.lowercased().hasPrefix(start) {
            return String(contact.dropFirst(start.count))
        }
        return contact
    }

    private static func joined(_ links: [HTML]) -> [HTML] {
        links.enumerated().flatMap { index, link in index == 0 ? [link] : [", ", link] }
    }
}
