import Foundation

/// The files of one folder, read once at start, served by exact name.
///
/// A path is looked up among the names that were found, never opened, so no path can lead out of the folder. Taken
/// are regular files in folders; links are not followed, and names that begin with a dot are passed over, but for
/// `.well-known`.
package struct StaticFiles: Sendable {
    package struct File: Sendable {
        package let content: [UInt8]
        package let contentType: String
        package let tag: EntityTag
    }

    private let files: [[String]: File]

    /// - Parameters:
    ///   - folder: its path.
    ///   - maximumBytes: of all files together; they stay in memory.
    /// - Throws: ``StaticFilesError`` for a folder or file that cannot be read, and for too much of them.
    package init(folder: String, maximumBytes: Int = 64 * 1024 * 1024) throws(StaticFilesError) {
        var files: [[String]: File] = [:]
        var room = maximumBytes
        for found in try FolderWalk.files(in: folder) {
            let content = try FolderWalk.read(found.path, atMost: room)
            room -= content.count
            let name = found.segments.last ?? ""
            files[found.segments] = File(
                content: content, contentType: Self.contentType(of: name), tag: Self.tag(of: content))
        }
        self.files = files
    }

    /// Paths of all files, each from the root, in byte order.
    package var paths: [String] { files.keys.map { "/" + $0.joined(separator: "/") }.sorted() }

    /// - Parameter segments: of the path, decoded, as ``Request/segments`` has them.
    package func file(_ segments: [String]) -> File? { files[segments] }

    /// The answer to `request`: 200, or 304 where `If-None-Match` says that the client has it, or 405; `nil` when
    /// there is no such file.
    ///
    /// - Parameter fields: to be added, such as `Cache-Control`.
    package func response(to request: Request, fields: Fields = [:]) -> Response? {
        guard let file = files[request.segments] else { return nil }
        guard request.method == .get || request.method == .head else {
            return Response(.methodNotAllowed, fields: [.allow: "GET, HEAD"])
        }
        var response = Response(.ok, fields: fields)
        response.fields.set(.etag, file.tag.description)
        let condition = request.fields[.ifNoneMatch].flatMap(EntityTagCondition.init)
        if let condition, condition.matchesWeakly(file.tag) {
            response.status = .notModified
        } else {
            response.fields.set(.contentType, file.contentType)
            response.body = file.content
        }
        return response
    }

    private static func contentType(of name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
        return switch name[dot...].lowercased() {
        case ".css": "text/css; charset=utf-8"
        case ".js", ".mjs": "text/javascript; charset=utf-8"
        case ".html": "text/html; charset=utf-8"
        case ".txt": "text/plain; charset=utf-8"
        case ".json": "application/json"
        case ".webmanifest": "application/manifest+json"
        case ".svg": "image/svg+xml"
        case ".png": "image/png"
        case ".jpg", ".jpeg": "image/jpeg"
        case ".webp": "image/webp"
        case ".ico": "image/vnd.microsoft.icon"
        case ".woff2": "font/woff2"
        default: "application/octet-stream"
        }
    }

    /// Strong: FNV-1a of 128 bits over the content, with its length.
    private static func tag(of content: [UInt8]) -> EntityTag {
        var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        for byte in content { hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B }
        let text = "\(String(content.count, radix: 16))-\(String(hash, radix: 16))"
        guard let tag = EntityTag(opaque: text) else { preconditionFailure("hexadecimal digits make an entity tag") }
        return tag
    }
}
