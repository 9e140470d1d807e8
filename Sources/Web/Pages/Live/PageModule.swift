/// A script of `Public/`. A page loads those for which there is something to do in it; each stands by itself, and they
/// tell each other what happens by events of the document.
enum PageModule: String, CaseIterable, Sendable {
    case live, counts, holds, rows, map, choice, preview

    /// The attributes that it looks for.
    var hooks: [StaticString] {
        switch self {
        case .live: ["data-live"]
        case .counts: ["data-count"]
        case .holds: ["data-hold", "data-new-holds"]
        case .rows: ["data-row"]
        case .map: ["data-map"]
        case .choice: ["data-choice", "data-filter"]
        case .preview: ["data-preview"]
        }
    }

    var path: String { "/\(rawValue).js" }
}
