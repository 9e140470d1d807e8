import Access
import Domain
import Foundation

/// What every page has around its content: skip link, help bar, header, and who to call.
struct Frame: Sendable {
    let title: String
    let screen: String
    let guest: Guest
    /// The bar that says that the data are examples.
    let showsExamples: Bool
    let assets: Assets
    var isFault = false

    func page(_ content: [HTML]) -> HTML {
        .element(
            "html", ["lang": "nl"],
            .element(
                "head", [:],
                .void("meta", ["charset": "utf-8"]),
                .void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .element("title", [:], .text("\(isFault ? "Fout: " : "")\(title) – Opvangkaart")),
                .void("link", ["rel": "icon", "href": assets.icon, "type": "image/svg+xml"]),
                .void("link", ["rel": "stylesheet", "href": assets.style])),
            .element(
                "body", [:],
                .element("a", ["class": "nl-skip-link", "href": "#inhoud"], "Naar de inhoud"), helpBar, header,
                .element("main", ["id": "inhoud", "data-screen": screen, "tabindex": "-1"], content), footer))
    }

    private var helpBar: HTML {
        let example: HTML =
            showsExamples
            ? .element(
                "p", ["class": "ok-bar ok-bar--example"],
                .text("Voorbeeldgegevens. Niet gebruiken voor echte plaatsingen."))
            : .empty
        let help: HTML = .element(
            "p", ["class": "ok-bar"],
            .element("strong", [:], "Direct gevaar? Bel ", .element("a", ["href": "tel:112"], "112"), "."),
            " Advies, dag en nacht: Veilig Thuis ", .element("a", ["href": "tel:08002000"], "0800-2000"), ".")
        return .element("aside", ["aria-label": "Direct hulp", "class": "ok-help"], example, help)
    }

    private var header: HTML {
        .element(
            "header", ["class": "utrecht-page-header"],
            .element("a", ["class": "ok-name", "href": "/"], "Opvangkaart"),
            .element("span", ["class": "ok-tagline"], "Wie helpt bij mensenhandel?"), account)
    }

    private var account: HTML {
        switch guest {
        case .signedIn(let visit): signedIn(visit)
        case .stranger:
            .element("p", ["class": "ok-account"], .text(Self.strangerNote))
        case .nobody, .ended:
            screen == SignInPage.screen
                ? .empty
                : .element("a", ["class": "nl-link", "href": "/inloggen"], "Log in met uw toegangssleutel")
        }
    }

    /// For who signed in with a proxy that vouches for them, and has no key here.
    static let strangerNote = "Er hoort nog geen toegangssleutel bij uw account. Vraag uw beheerder om een sleutel."

    private func signedIn(_ visit: Visit) -> HTML {
        let log: HTML =
            visit.principal.may(.readAuditEvents)
            ? .element("a", ["class": "nl-link", "href": ProtectedReads.log.path], "Logboek") : .empty
        let who: HTML = .element(
            "span", [:], log, " Ingelogd als ",
            .element(
                "a", ["class": "nl-link", "href": "/account"],
                .text(visit.principal.name ?? "sleutel \(visit.principal.keyID)")))
        // Who was let in by a proxy would be in again with the next click.
        if visit.isVouched { return .element("p", ["class": "ok-account"], who) }
        return .element(
            "form", ["method": "post", "action": "/uitloggen", "class": "ok-account"], guest.formField, who,
            .element("button", ["class": "nl-button nl-button--subtle"], "Log uit"))
    }

    private var footer: HTML {
        .element(
            "footer", ["class": "utrecht-page-footer"],
            .element("h2", [:], "Hulp nodig?"),
            .element(
                "p", [:], "CoMensha: ", .element("a", ["href": "tel:0334481186"], "033-448 11 86"),
                ". Veilig Thuis: ", .element("a", ["href": "tel:08002000"], "0800-2000"), ", dag en nacht."),
            .element(
                "p", [:], "De gegevens zijn ook ",
                .element("a", ["class": "nl-link", "href": "/v1/openapi.json"], "open data (API)"), "."))
    }
}
