import HTTP
import Hypertext

/// Where the pages find their style and icon: under names with the hash of the content, which a browser may keep for
/// good and never asks for again.
struct Assets: Sendable {
    let style: String
    let icon: String
    private let modules: [PageModule: String]

    /// A file that is not there keeps its own name, so that the missing one can be seen.
    init(_ files: StaticFiles) {
        func address(_ path: String) -> String { files.versionedPath(of: path) ?? path }
        (style, icon) = (address("/opvangkaart.css"), address("/icon.svg"))
        modules = Dictionary(uniqueKeysWithValues: PageModule.allCases.map { ($0, address($0.path)) })
    }

    /// The scripts for which there is something to do in `content`. None of them holds up drawing.
    func scripts(for content: HTML) -> [HTML] {
        content.modules.all.map { module in
            .element("script", ["type": "module", "src": modules[module]])
        }
    }
}
