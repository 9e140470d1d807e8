/// A script of `Public/`. A page loads those for which there is something to do in it; each stands by itself, and they
/// tell each other what happens by events of the document.
package enum PageModule: String, CaseIterable, Sendable {
    case live, counts, holds, rows, map, compare, preview

    /// Under its own name, from the root.
    package var path: String { "/\(rawValue).js" }

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

    fileprivate static let byHook: [(hook: String, modules: PageModules)] = allCases.flatMap { module in
        module.hooks.map { ($0, PageModules(module)) }
    }
}

/// Some of the modules.
package struct PageModules: OptionSet, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ module: PageModule) { rawValue = PageModule.allCases.firstIndex(of: module).map { 1 << UInt32($0) } ?? 0 }

    /// Those that look for one of `attributes`; one that is left out is looked for by none.
    init(lookingFor attributes: KeyValuePairs<StaticString, String?>) {
        var modules: PageModules = []
        for index in attributes.indices {
            // Asked of every attribute of every element: nearly all are known by how they begin.
            guard attributes[index].key.startsLikeAHook, attributes[index].value != nil else { continue }
            let name = attributes[index].key.description
            for (hook, module) in PageModule.byHook where hook == name { modules.formUnion(module) }
        }
        self = modules
    }

    /// In their order.
    package var all: [PageModule] { PageModule.allCases.filter { contains(PageModules($0)) } }
}

extension StaticString {
    fileprivate var startsLikeAHook: Bool {
        withUTF8Buffer { bytes in bytes.count > 5 && bytes[0] == UInt8(ascii: "d") && bytes[4] == UInt8(ascii: "-") }
    }
}
