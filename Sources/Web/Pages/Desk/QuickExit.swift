import Domain
import Hypertext

/// A way out of a page that somebody at risk may be reading (screens section 5): a plain link to the weather, which
/// is told nothing of where it was followed.
enum QuickExit {
    private static let address = "https://www.knmi.nl/nederland-nu/weer/verwachtingen"

    static func html(_ say: Words) -> HTML {
        .element(
            "div", ["class": "ok-exit"],
            .element(
                "a", ["class": "nl-button nl-button--secondary", "href": address, "rel": "noreferrer"],
                .text(say("Verlaat deze pagina snel", "Leave this page quickly"))),
            .paragraph(
                say("Dit wist uw geschiedenis niet.", "This does not clear your history."), class: "ok-exit__note"))
    }
}
