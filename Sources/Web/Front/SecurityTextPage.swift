import Foundation
import HTTP

/// `/.well-known/security.txt` (RFC 9116): the file of that name, with the address it is valid for where the program
/// knows its own.
struct SecurityTextPage: Sendable {
    /// `nil` where the file is served as it lies.
    private let text: [UInt8]?

    private static let path = "/.well-known/security.txt"
    private static let segments = [".well-known", "security.txt"]

    /// `nil` without the file.
    init?(_ files: StaticFiles, site: Site?) {
        guard files.paths.contains(Self.path) else { return nil }
        let asked = Request(method: .get, path: Self.path, segments: Self.segments, id: UUID())
        guard let site, let file = files.response(to: asked)?.body, Self.isExtensible(file) else {
            text = nil
            return
        }
        let end = file.last == 0x0A ? "" : "\n"
        text = file + Array("\(end)Canonical: \(site.origin)\(Self.path)\n".utf8)
    }

    /// What is signed would not be any more; what names its address itself needs no other.
    private static func isExtensible(_ file: [UInt8]) -> Bool {
        let text = String(decoding: file, as: UTF8.self)
        return !text.hasPrefix("-----BEGIN")
            && !text.split(whereSeparator: \.isNewline).contains { $0.lowercased().hasPrefix("canonical:") }
    }

    /// `nil` for other addresses, and where the file is the answer.
    func response(to request: Request) -> Response? {
        let isOld = request.segments == ["security.txt"]
        guard isOld || request.segments == Self.segments else { return nil }
        if !isOld, text == nil { return nil }
        switch request.method {
        case .get, .head:
            guard !isOld, let text else { return Response(.movedPermanently, fields: ["Location": Self.path]) }
            return Response(.ok, fields: ["Content-Type": "text/plain; charset=utf-8"], body: text)
        case .options: return Response(.noContent, fields: [.allow: Self.allowed])
        default: return Response(.methodNotAllowed, fields: [.allow: Self.allowed])
        }
    }

    private static let allowed = "GET, HEAD, OPTIONS"
}
