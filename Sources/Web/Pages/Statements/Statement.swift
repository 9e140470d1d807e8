import HTTP
import Hypertext

/// A page of text: a title, what it comes down to, and parts with headings.
struct Statement: Sendable {
    let title: String
    /// The whole of it in a sentence or two.
    let lead: String
    let parts: [Part]

    struct Part: Sendable {
        let title: String
        let content: [HTML]

        init(_ title: String, _ content: HTML...) { (self.title, self.content) = (title, content) }
    }

    func response(to call: PageCall) -> Response {
        let sections = parts.map { part in
            HTML.element("section", ["class": "ok-section"], [.heading(2, part.title)] + part.content)
        }
        return call.page(title, [.heading(1, title), .paragraph(lead, class: "ok-lead")] + sections)
    }
}

extension HTML {
    /// Points that belong together, each a text.
    static func points(_ texts: [String]) -> HTML { .list(texts.map(HTML.text), class: "ok-points") }
}
