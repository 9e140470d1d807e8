import Foundation

/// A page as the tree a browser makes of it, with what is not well-formed in it.
struct MarkupTree: Sendable {
    struct Element: Sendable {
        let tag: Markup.Tag
        fileprivate(set) var children: [Node] = []

        var name: String { tag.name }

        subscript(_ attribute: String) -> String? { tag[attribute] }

        var classes: Set<String> { Set((tag["class"] ?? "").split(separator: " ").map(String.init)) }

        var elements: [Element] { children.compactMap { if case .element(let element) = $0 { element } else { nil } } }

        /// Itself and everything in it, in the order of the page. What waits in a template is not there yet.
        var all: [Element] {
            var found: [Element] = []
            gather(into: &found)
            return found
        }

        private func gather(into found: inout [Element]) {
            found.append(self)
            guard name != "template" else { return }
            for case .element(let element) in children { element.gather(into: &found) }
        }

        /// Scripts show it when its time comes.
        var isHidden: Bool { self["hidden"] != nil }

        /// What is in it.
        var inner: [Element] {
            var found: [Element] = []
            for case .element(let element) in children { element.gather(into: &found) }
            return found
        }

        func inner(_ names: String...) -> [Element] { inner.filter { names.contains($0.name) } }

        /// What is read aloud of it: without what is hidden from that.
        var text: String {
            guard self["aria-hidden"] != "true", self["hidden"] == nil, !MarkupTree.silent.contains(name) else {
                return ""
            }
            let parts = children.map { child in
                switch child {
                case .text(let text): text
                case .element(let element): element.text
                }
            }
            return parts.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }

        /// What a screen reader calls it.
        var spokenName: String { self["aria-label"] ?? text }
    }

    enum Node: Sendable {
        case element(Element)
        case text(String)
    }

    /// `html`, with everything in it.
    let root: Element
    /// Every element, in the order of the page; asked for by each of many rules.
    let all: [Element]
    /// Elements that do not end, and ends of what did not begin.
    let strays: [String]

    static let voids: Set = ["meta", "link", "input", "br", "hr", "img", "col", "source"]
    static let silent: Set = ["script", "style", "template", "datalist", "option"]

    init(_ markup: Markup) {
        var open: [Element] = [Element(tag: Markup.Tag(name: "", attributes: [:]))]
        var strays: [String] = []
        func end() {
            let ended = open.removeLast()
            open[open.count - 1].children.append(.element(ended))
        }
        for piece in markup.pieces {
            switch piece {
            case .text(let text): open[open.count - 1].children.append(.text(text))
            case .open(let tag):
                // An option ends where the next begins, or the list does (HTML, optional tags).
                if ["option", "optgroup"].contains(tag.name), open.last?.name == "option" { end() }
                open.append(Element(tag: tag))
                if Self.voids.contains(tag.name) { end() }
            case .close(let name):
                guard open.contains(where: { $0.name == name }) else {
                    strays.append("</\(name)>")
                    continue
                }
                while let last = open.last, last.name != name {
                    if last.name != "option" { strays.append("<\(last.name)>") }
                    end()
                }
                end()
            }
        }
        while open.count > 1 {
            strays.append("<\(open[open.count - 1].name)>")
            end()
        }
        root = open[0].elements.first { $0.name == "html" } ?? open[0]
        all = root.all
        self.strays = strays
    }

    init(html: String) { self.init(Markup(html)) }

    func all(_ names: String...) -> [Element] { all.filter { names.contains($0.name) } }

    var body: Element { all("body").first ?? root }

    func element(id: String) -> Element? { all.first { $0["id"] == id } }

    var ids: [String] { all.compactMap { $0["id"] } }

    /// Every element with those around it, the outermost first.
    var placed: [(element: Element, around: [Element])] { Self.placed(root, []) }

    private static func placed(_ element: Element, _ around: [Element]) -> [(element: Element, around: [Element])] {
        var found = [(element, around)]
        guard element.name != "template" else { return found }
        for case .element(let inner) in element.children { found += placed(inner, around + [element]) }
        return found
    }
}
