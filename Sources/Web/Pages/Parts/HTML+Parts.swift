import Domain
import Hypertext

/// The parts that pages are built of, by their names in NL Design System where it has one.
extension HTML {
    /// How much a button or a message weighs.
    enum ButtonKind: String, Sendable { case primary, secondary, subtle }

    enum AlertKind: String, Sendable { case info, success, warning, error }

    /// What a state looks like; never by colour alone: every badge has a sign and a word.
    enum BadgeKind: String, Sendable { case neutral, good, wait, stop }

    // MARK: Text

    /// - Parameters:
    ///   - level: 1 to 4; a page has one of level 1, and skips none.
    ///   - lang: the language of the text, where it is not that of the page (``Words/ofNames``).
    static func heading(_ level: Int, _ text: String, id: String? = nil, lang: String? = nil) -> HTML {
        let attributes: KeyValuePairs<StaticString, String?> = ["class": "nl-heading", "id": id, "lang": lang]
        switch level {
        case 1: return .element("h1", attributes, .text(text))
        case 2: return .element("h2", attributes, .text(text))
        case 3: return .element("h3", attributes, .text(text))
        default: return .element("h4", attributes, .text(text))
        }
    }

    static func paragraph(_ content: HTML..., class name: String? = nil) -> HTML {
        .element("p", ["class": name ?? "nl-paragraph"], content)
    }

    static func paragraph(_ text: String, class name: String? = nil) -> HTML {
        .paragraph(.text(text), class: name)
    }

    static func strong(_ text: String, lang: String? = nil) -> HTML {
        .element("strong", ["lang": lang], .text(text))
    }

    /// Text of the registry, which is Dutch, on a page in another language.
    static func dutch(_ text: String, on say: Words) -> HTML {
        say.language == .dutch ? .text(text) : .element("span", ["lang": "nl"], .text(text))
    }

    static func list(_ items: [HTML], class name: String? = nil) -> HTML {
        items.isEmpty ? .empty : .element("ul", ["class": name], items.map { .element("li", [:], $0) })
    }

    // MARK: Going somewhere

    /// - Parameters:
    ///   - address: the whole address, with the language (``Words/href(_:)``).
    ///   - lang: the language of the text, where it is not that of the page (``Words/ofNames``).
    static func link(
        _ text: String, _ address: String, class name: String = "nl-link", lang: String? = nil
    ) -> HTML {
        .element("a", ["class": name, "href": address, "lang": lang], .text(text))
    }

    static func buttonLink(_ text: String, _ address: String, _ kind: ButtonKind = .secondary) -> HTML {
        .link(text, address, class: "nl-button nl-button--\(kind.rawValue)")
    }

    /// A number to call, as it is written in the Netherlands.
    static func phone(_ number: String, _ text: String? = nil) -> HTML {
        .element("a", ["class": "nl-link", "href": telephone(number)], .text(text ?? number))
    }

    /// The same as a button.
    static func phoneButton(_ number: String, _ text: String, _ kind: ButtonKind = .secondary) -> HTML {
        .buttonLink(text, telephone(number), kind)
    }

    private static func telephone(_ number: String) -> String {
        "tel:" + number.filter { $0.isNumber || $0 == "+" }
    }

    // MARK: Doing something

    /// - Parameters:
    ///   - name: what is sent with `value` when this one is pressed.
    ///   - label: the whole name, beginning with `text`, where the text alone does not say of what.
    static func button(
        _ text: String, _ kind: ButtonKind = .secondary, name: String? = nil, value: String? = nil,
        label: String? = nil
    ) -> HTML {
        .element(
            "button",
            [
                "class": "nl-button nl-button--\(kind.rawValue)", "type": "submit", "name": name, "value": value,
                "aria-label": label,
            ], .text(text))
    }

    static func hidden(_ name: String, _ value: String) -> HTML {
        .void("input", ["type": "hidden", "name": name, "value": value])
    }

    // MARK: Telling

    static func alert(_ kind: AlertKind, _ content: [HTML], role: String? = nil, id: String? = nil) -> HTML {
        .element(
            "div",
            [
                "class": "nl-alert nl-alert--\(kind.rawValue)", "role": role, "id": id,
                "tabindex": id == nil ? nil : "-1",
            ], content)
    }

    /// - Parameter sign: one character that says the same as the colour, for the eye alone.
    static func badge(_ text: String, _ kind: BadgeKind = .neutral, sign: String? = nil) -> HTML {
        let mark: HTML = sign.map { .element("span", ["aria-hidden": "true"], .text("\($0) ")) } ?? .empty
        return .element("span", ["class": "nl-data-badge nl-data-badge--\(kind.rawValue)"], mark, .text(text))
    }

    /// Everything that is wrong in a form, above it, each with a way to its field (conventions section 6).
    static func errorSummary(_ faults: [FormFault], _ say: Words) -> HTML {
        let count = faults.count
        let title =
            count == 1
            ? say("Er is 1 ding niet goed ingevuld.", "There is 1 thing to correct.")
            : say("Er zijn \(count) dingen niet goed ingevuld.", "There are \(count) things to correct.")
        let links = faults.map { HTML.element("a", ["href": "#\($0.field)"], .text($0.text)) }
        return .alert(.error, [.heading(2, title), .list(links)], role: "alert", id: "fouten")
    }

    /// Names with what belongs to them.
    static func facts(_ rows: [(name: String, value: HTML)]) -> HTML {
        .element(
            "dl", ["class": "ok-facts"],
            rows.flatMap { [HTML.element("dt", [:], .text($0.name)), .element("dd", [:], $0.value)] })
    }

    /// A table that may be wider than the page: it scrolls in a region of its own, also by keyboard.
    ///
    /// - Parameters:
    ///   - firstIsHead: the first cell of each row names the row.
    static func table(
        caption: String, head: [HTML], rows: [[HTML]], firstIsHead: Bool = true, class name: String? = nil
    ) -> HTML {
        let heads = head.map { HTML.element("th", ["scope": "col"], $0) }
        let body = rows.map { row in
            HTML.element(
                "tr", [:],
                row.enumerated().map { index, cell in
                    index == 0 && firstIsHead
                        ? .element("th", ["scope": "row"], cell) : .element("td", [:], cell)
                })
        }
        let table: HTML = .element(
            "table", ["class": ["utrecht-table", name].compactMap { $0 }.joined(separator: " ")],
            .element("caption", [:], .text(caption)), .element("thead", [:], .element("tr", [:], heads)),
            .element("tbody", [:], body))
        return .element(
            "div", ["class": "ok-scroll", "role": "region", "aria-label": caption, "tabindex": "0"], table)
    }

    /// - Parameter lang: the language of the summary, where it is not that of the page (``Words/ofNames``).
    static func details(
        _ summary: String, isOpen: Bool = false, id: String? = nil, class name: String? = nil, lang: String? = nil,
        _ content: [HTML]
    ) -> HTML {
        .element(
            "details", ["class": name ?? "ok-details", "id": id, "open": isOpen ? "" : nil],
            [.element("summary", ["lang": lang], .text(summary))] + content)
    }

    /// A part of a page with a heading of its own, on a surface.
    static func panel(
        _ title: String, level: Int = 2, id: String? = nil, lang: String? = nil, _ content: [HTML]
    ) -> HTML {
        .element("section", ["class": "ok-group", "id": id], [.heading(level, title, lang: lang)] + content)
    }
}
