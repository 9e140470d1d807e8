/// A piece of HTML. Text gets in only through ``text(_:)`` and attribute values, which escape it; markup gets in
/// only as the literals of this program. Text from outside can therefore never become markup, nor turn around the
/// direction in which the words beside it read.
package struct HTML: Sendable {
    /// A tree, written once as a whole: an element that wrote its own markup would have it copied by each one around
    /// it.
    private enum Node: Sendable {
        case text(String)
        case joined([HTML])
        case element(Element)
    }

    /// A reference, for it is handed on from part to part.
    fileprivate final class Element: Sendable {
        let name: StaticString
        let attributes: KeyValuePairs<StaticString, String?>
        /// `nil` for one that has none and no end.
        let content: [HTML]?

        init(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>, _ content: [HTML]?) {
            (self.name, self.attributes, self.content) = (name, attributes, content)
        }
    }

    private let node: Node
    /// About how many bytes are written of it: all but what is escaped.
    private let size: Int
    /// The scripts for which there is something to do in it.
    package let modules: PageModules

    package static let empty = HTML(node: .joined([]), size: 0, modules: [])

    /// Text, escaped.
    package static func text(_ text: String) -> HTML { HTML(node: .text(text), size: text.utf8.count, modules: []) }

    /// An element with its attributes; an attribute that is `nil` is left out, an empty one stands alone.
    package static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ content: HTML...
    ) -> HTML {
        element(name, attributes, content)
    }

    package static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ content: [HTML]
    ) -> HTML {
        HTML(Element(name, attributes, content))
    }

    /// An element that has no content and no end, such as `input`.
    package static func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) -> HTML {
        HTML(Element(name, attributes, nil))
    }

    package static func joined(_ parts: [HTML]) -> HTML { HTML(.joined(parts), parts, size: 0, modules: []) }

    private init(_ element: Element) {
        self.init(
            .element(element), element.content ?? [], size: element.ownSize,
            modules: PageModules(lookingFor: element.attributes))
    }

    /// With what `parts` add to it.
    private init(_ node: Node, _ parts: [HTML], size: Int, modules: PageModules) {
        var (size, modules) = (size, modules)
        for part in parts {
            size += part.size
            modules.formUnion(part.modules)
        }
        self.init(node: node, size: size, modules: modules)
    }

    private init(node: Node, size: Int, modules: PageModules) {
        (self.node, self.size, self.modules) = (node, size, modules)
    }

    /// The whole document, in UTF-8.
    package func document() -> [UInt8] {
        var document: [UInt8] = []
        // One piece of memory for all of it: pages are long, and growing would copy them again and again.
        document.reserveCapacity(size + size / 16 + 64)
        document.append(contentsOf: "<!doctype html>\n".utf8)
        write(to: &document)
        document.append(UInt8(ascii: "\n"))
        return document
    }

    /// A part of a document, in UTF-8.
    package func fragment() -> [UInt8] {
        var fragment: [UInt8] = []
        write(to: &fragment)
        return fragment
    }

    private func write(to output: inout [UInt8]) {
        switch node {
        case .text(let text): MarkupText.write(text, to: &output)
        case .joined(let parts): for part in parts { part.write(to: &output) }
        case .element(let element): element.write(to: &output)
        }
    }
}

extension HTML.Element {
    /// How many bytes it has around its content.
    fileprivate var ownSize: Int {
        var size = 2 * Self.count(name) + 5
        for (name, value) in attributes {
            if let value { size += Self.count(name) + value.utf8.count + 4 }
        }
        return size
    }

    fileprivate func write(to output: inout [UInt8]) {
        output.append(UInt8(ascii: "<"))
        Self.write(name, to: &output)
        for (name, value) in attributes {
            guard let value else { continue }
            output.append(UInt8(ascii: " "))
            Self.write(name, to: &output)
            guard !value.isEmpty else { continue }
            output.append(UInt8(ascii: "="))
            output.append(UInt8(ascii: "\""))
            MarkupText.write(value, to: &output)
            output.append(UInt8(ascii: "\""))
        }
        output.append(UInt8(ascii: ">"))
        guard let content else { return }
        for part in content { part.write(to: &output) }
        output.append(UInt8(ascii: "<"))
        output.append(UInt8(ascii: "/"))
        Self.write(name, to: &output)
        output.append(UInt8(ascii: ">"))
    }

    private static func count(_ name: StaticString) -> Int { name.withUTF8Buffer(\.count) }

    private static func write(_ name: StaticString, to output: inout [UInt8]) {
        name.withUTF8Buffer { output.append(contentsOf: $0) }
    }
}

extension HTML: ExpressibleByStringLiteral {
    /// Literals are text too.
    package init(stringLiteral value: String) { self = .text(value) }
}
