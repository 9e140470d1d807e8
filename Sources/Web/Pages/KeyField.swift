/// The field in which an access key is pasted.
struct KeyField: Sendable {
    /// Whether the key that was pasted does not count.
    let isFault: Bool

    static let wrongKey = "Deze toegangssleutel geldt niet. Plak hem opnieuw."

    func html() -> HTML {
        .element(
            "div", ["class": "utrecht-form-field"],
            .element("label", ["class": "nl-form-field-label", "for": "key"], "Toegangssleutel"),
            .element(
                "p", ["class": "nl-form-field-description", "id": "key-hint"],
                "Uw beheerder heeft u deze gegeven. Plakken mag."),
            isFault
                ? .element("p", ["class": "nl-form-field-error-message", "id": "key-error"], .text(Self.wrongKey))
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
