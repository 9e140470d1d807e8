import Hypertext

/// The field in which an access key is pasted.
struct KeyField: Sendable {
    /// Whether the key that was pasted does not count.
    let isFault: Bool
    let say: Words

    static func wrongKey(_ say: Words) -> String {
        say("Deze toegangssleutel geldt niet. Plak hem opnieuw.", "This access key does not count. Paste it again.")
    }

    func html() -> HTML {
        .element(
            "div", ["class": "utrecht-form-field"],
            .element(
                "label", ["class": "nl-form-field-label", "for": "key"], .text(say("Toegangssleutel", "Access key"))),
            .element(
                "p", ["class": "nl-form-field-description", "id": "key-hint"],
                .text(
                    say(
                        "Uw beheerder heeft u deze gegeven. Plakken mag.",
                        "Your administrator gave you this. You may paste it."))),
            isFault
                ? .element(
                    "p", ["class": "nl-form-field-error-message", "id": "key-error"], .text(Self.wrongKey(say)))
                : .empty,
            .void(
                "input",
                [
                    "class": "utrecht-textbox", "type": "password", "id": "key", "name": "key",
                    "autocomplete": "current-password",
                    "aria-describedby": isFault ? "key-hint key-error" : "key-hint",
                    "aria-invalid": isFault ? "true" : nil,
                ]))
    }
}
