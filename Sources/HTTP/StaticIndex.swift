/// Which address is answered with which file.
struct StaticIndex: Sendable {
    private static let revalidated = "no-cache"
    private static let keptForGood = "public, max-age=31536000, immutable"

    /// By decoded path: own and versioned names.
    private(set) var resources: [String: StaticResource] = [:]
    /// Versioned paths, percent-encoded for links, by the file's own decoded path.
    private(set) var versions: [String: String] = [:]
    /// See ``StaticFiles/passedOver``.
    private(set) var passedOver: [String] = []

    /// - Parameter files: all of the folder. Of names that Unicode holds equal, the first is taken.
    init(_ files: [StaticFile]) {
        var found: [String: StaticFile] = [:]
        for file in files {
            if found[file.path] == nil { found[file.path] = file } else { passedOver.append(file.path) }
        }
        let plain = found.filter { $0.value.uncompressedPath.flatMap { found[$0] } == nil }
        var compressed: [String: StaticFile] = [:]
        for file in found.values {
            guard let path = file.uncompressedPath, let base = found[path] else { continue }
            if plain[path] != nil, GzipTrailer.fits(file.content, base.content) {
                compressed[path] = file
            } else {
                passedOver.append(file.path)
            }
        }
        for file in plain.values {
            let policy = file.isVersioned ? Self.keptForGood : Self.revalidated
            resources[file.path] = file.resource(compressed: compressed[file.path], cacheControl: policy)
            versions[file.path] = Self.link(file.isVersioned ? file.path : file.versionedPath)
        }
        for file in plain.values where !file.isVersioned {
            let path = file.versionedPath
            // A file with this very name: the same content under it is welcome, another one is a lie.
            if let other = plain[path] {
                guard other.hash != file.hash else { continue }
                versions[path] = nil
                passedOver.append(path)
            }
            resources[path] = file.resource(compressed: compressed[file.path], cacheControl: Self.keptForGood)
        }
        passedOver.sort()
    }

    /// `path` with everything escaped that may not stand in one, RFC 3986 §3.3.
    private static func link(_ path: String) -> String {
        path.utf8.reduce(into: "") { link, byte in
            if byte.isPath, byte != UInt8(ascii: "%") {
                link.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                link += (digits.utf8.count < 2 ? "%0" : "%") + digits
            }
        }
    }
}
