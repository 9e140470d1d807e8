import Access
import Domain
import HTTP
import Hypertext

/// The name, the pages for who looks, the other language, and who is signed in.
struct PageHeader: Sendable {
    let call: PageCall

    private var say: Words { call.say }

    func html() -> HTML {
        let tagline: HTML = .element(
            "span", ["class": "ok-tagline"], .text(say("Wie helpt bij mensenhandel?", "Who helps against trafficking?"))
        )
        return .element(
            "header", ["class": "utrecht-page-header"],
            .element(
                "div", ["class": "ok-top"],
                .element("a", ["class": "ok-name", "href": call.href("/")], "Opvangkaart"), tagline, language, account),
            navigation)
    }

    // MARK: Pages

    private var navigation: HTML {
        let items = SiteMap.items(for: call.principal).map { item in
            HTML.element(
                "li", [:],
                .element(
                    "a",
                    [
                        "class": "ok-nav__link", "href": call.href(item.path),
                        "aria-current": isHere(item.path) ? "page" : nil,
                    ], .text(item.title[call.language])))
        }
        let list: HTML = .element("ul", ["class": "ok-nav__list"], items)
        // One list for a wide page, and one that opens for a narrow one; the style shows one of them.
        return .joined([
            .element(
                "nav", ["class": "ok-nav ok-nav--wide", "aria-label": say("Hoofdmenu", "Main menu")], list),
            .element(
                "nav", ["class": "ok-nav ok-nav--narrow", "aria-label": say("Menu", "Menu")],
                .details(say("Menu", "Menu"), class: "ok-nav__more", [list])),
        ])
    }

    private func isHere(_ path: String) -> Bool { call.route?.template == path }

    // MARK: Language

    /// The same page in the other language. The answer to a form is asked for once more, with what was filled in, where
    /// that does nothing twice; else this leads to the page that can be looked at.
    private var language: HTML {
        if call.route?.isDutchOnly == true { return .empty }
        let other = Words(language: call.language == .dutch ? .english : .dutch)
        let name = other("Nederlands", "English")
        guard call.request.method == .post, call.route?.isRepeatable == true else {
            return .element(
                "a",
                [
                    "class": "nl-link ok-language", "href": other.href(address), "hreflang": other.language.rawValue,
                    "lang": other.language.rawValue,
                ], .text(name))
        }
        let fields = call.values.items.map { HTML.hidden($0.name, $0.value) }
        return .element(
            "form", ["method": "post", "action": other.href(call.address), "class": "ok-language"],
            [call.guest.formField] + fields + [
                .element(
                    "button", ["class": "nl-button nl-button--subtle", "lang": other.language.rawValue], .text(name))
            ])
    }

    private var address: String {
        guard call.route != nil else { return "/" }
        guard call.request.method == .post else { return call.address + query }
        return call.route?.method == .get ? call.address : "/"
    }

    private var query: String {
        let items = call.request.query.map { "\(PercentCoding.query($0.name))=\(PercentCoding.query($0.value))" }
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }

    // MARK: Account

    private var account: HTML {
        switch call.guest {
        case .signedIn(let visit): signedIn(visit)
        case .stranger: .paragraph(Frame.strangerNote(say), class: "ok-account")
        case .nobody, .ended:
            call.route?.screen == SignInPage.screen
                ? .empty
                : .link(say("Log in", "Sign in"), signInAddress, class: "nl-link ok-account")
        }
    }

    /// Back to this page, where it is one to sign in for.
    private var signInAddress: String {
        guard case .permitted = call.route?.access, call.request.method != .post else { return call.href("/inloggen") }
        return SignInPage.address(thenTo: call.address, say)
    }

    private func signedIn(_ visit: Visit) -> HTML {
        let name = visit.principal.name ?? say("sleutel \(visit.principal.keyID)", "key \(visit.principal.keyID)")
        let who: HTML = .element(
            "span", [:], .element("span", ["class": "ok-account__as"], .text(say("Ingelogd als ", "Signed in as "))),
            .link(name, call.href("/account")))
        // Who was let in by a proxy would be in again with the next click.
        if visit.isVouched { return .paragraph(who, class: "ok-account") }
        return .element(
            "form", ["method": "post", "action": call.href("/uitloggen"), "class": "ok-account"],
            call.guest.formField, who, .button(say("Log uit", "Sign out"), .subtle))
    }
}
