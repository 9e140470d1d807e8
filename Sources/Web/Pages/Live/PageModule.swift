/// A script of `Public/`. A page loads those for which there is something to do in it; each stands by itself, and they
/// tell each other what happens by events of the document.
enum PageModule: String, CaseIterable, Sendable {
    case live, counts, holds, rows, map, compare, preview

    /// Under its own name, from the root.
    var path: String { "/\(rawValue).js" }

    /// The attributes that it looks for.
    private var hooks: [String] {
        switch self {
        case .live: ["data-live"]
        case .counts: ["data-count"]
        case .holds: ["data-hold", "data-new-holds"]
        case .rows: ["data-row"]
        case .map: ["data-map"]
        case .compare: ["data-compare"]
        case .preview: ["data-preview"]
        }
    }

    private static let byHook = Dictionary(
        allCases.flatMap { module in module.hooks.map { (Array($0.utf8), module) } },
        uniquingKeysWith: { first, _ in first })

    /// Those that `content` needs, in their order. Where the words of a page happen to look like an attribute, one is
    /// loaded in vain.
    static func needed(by content: HTML) -> [PageModule] {
        var needed: Set<PageModule> = []
        var markup = content.markup
        markup.withUTF8 { bytes in
            var rest = bytes[...]
            while let start = rest.firstIndex(of: UInt8(ascii: " ")) {
                rest = rest[(start + 1)...]
                guard rest.starts(with: "data-".utf8) else { continue }
                let name = rest.prefix { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
                if let module = byHook[Array(name)] { needed.insert(module) }
                rest = rest[name.endIndex...]
            }
        }
        return allCases.filter(needed.contains)
    }
}
