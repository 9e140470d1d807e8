import Access
import Domain
import Foundation
import Hypertext
import Ledger
import Registry

/// What every page has around its content: skip link, help bar, header, where one is, and who to call.
struct Frame: Sendable {
    let call: PageCall
    let title: String
    let isFault: Bool
    /// The pages above this one.
    let trail: [Crumb]
    let isWide: Bool
    /// Whether the title is a name of the registry, and so Dutch on every page.
    var isName = false

    private var say: Words { call.say }

    func page(_ content: [HTML]) -> HTML {
        let main: HTML = .element(
            "main",
            [
                "id": "inhoud", "data-screen": call.route?.screen ?? "fout", "data-live": listensAfter,
                "data-now": listensAfter.map { _ in Timestamp.text(call.now) }, "tabindex": "-1",
                "class": isWide ? "ok-wide" : nil,
            ], content)
        return .element(
            "html", ["lang": call.language.rawValue], head(call.house.assets.scripts(for: main)),
            .element(
                "body", [:],
                .element(
                    "a", ["class": "nl-skip-link", "href": "#inhoud"], .text(say("Naar de inhoud", "To the content"))),
                helpBar, PageHeader(call: call).html(), offline, crumbs, main, PageFooter(call: call).html()))
    }

    private func head(_ scripts: [HTML]) -> HTML {
        let fault = say("Fout: ", "Error: ")
        return .element(
            "head", [:],
            .void("meta", ["charset": "utf-8"]),
            .void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
            .element("title", [:], .text("\(isFault ? fault : "")\(title) – Opvangkaart")),
            .void("link", ["rel": "icon", "href": call.house.assets.icon, "type": "image/svg+xml"]),
            .void("link", ["rel": "stylesheet", "href": call.house.assets.style]), .joined(scripts))
    }

    /// The last change that this page knows of, for who may hear of those that follow.
    private var listensAfter: String? {
        guard call.principal?.may(.followChanges) == true else { return nil }
        return String(EventID.end(of: call.snapshot.state.sequence).rawValue)
    }

    private var helpBar: HTML {
        let isExample = call.house.exampleKey != nil || call.registry.organizations.contains(where: \.isExample)
        let example: HTML =
            isExample
            ? .paragraph(
                say(
                    "Voorbeeldgegevens. Niet gebruiken voor echte plaatsingen.",
                    "Example data. Not to be used for real placements."), class: "ok-bar ok-bar--example") : .empty
        let help: HTML = .paragraph(
            .element(
                "strong", [:], .text(say("Direct gevaar? Bel ", "Danger right now? Call ")), .phone("112"), "."),
            .text(say(" Advies, dag en nacht: Veilig Thuis ", " Advice, day and night: Veilig Thuis ")),
            .phone("0800-2000"), ".", class: "ok-bar")
        return .element(
            "aside", ["aria-label": say("Direct hulp", "Help at once"), "class": "ok-help"], example, help)
    }

    /// Where the scripts say that the connection is lost: what the page shows is then of before.
    private var offline: HTML {
        guard listensAfter != nil else { return .empty }
        return .joined([
            .element(
                "p", ["class": "ok-offline", "role": "status", "aria-live": "off", "data-offline": "", "hidden": ""]),
            LiveTexts(say: say, signIn: SignInPage.address(thenTo: call.address, say)).html(),
        ])
    }

    private var crumbs: HTML {
        guard !trail.isEmpty else { return .empty }
        let links = trail.map { crumb in
            HTML.element("li", [:], .link(crumb.text, call.href(crumb.path), lang: crumb.isName ? say.ofNames : nil))
        }
        let here: HTML = .element("li", ["aria-current": "page", "lang": isName ? say.ofNames : nil], .text(title))
        return .element(
            "nav", ["class": "utrecht-breadcrumb-nav", "aria-label": say("Kruimelpad", "Breadcrumb")],
            .element("ol", [:], links + [here]))
    }

    /// For who signed in with a proxy that vouches for them, and has no key here.
    static func strangerNote(_ say: Words) -> String {
        say(
            "Er hoort nog geen toegangssleutel bij uw account. Vraag uw beheerder om een sleutel.",
            "Your account has no access key yet. Ask your administrator for a key.")
    }
}
