import Foundation
import HTTP

extension SecurityText {
    /// What lies among the files of the pages; `nil` where nothing does.
    init?(_ files: StaticFiles) {
        guard files.paths.contains(Self.path) else { return nil }
        let segments = Self.path.dropFirst().split(separator: "/").map(String.init)
        let asked = Request(method: .get, path: Self.path, segments: segments, id: UUID())
        guard let file = files.response(to: asked)?.body else { return nil }
        self.init(String(decoding: file, as: UTF8.self))
    }
}
