/// The files of one folder, read once at start, served by exact name.
///
/// A path is looked up among the names that were found, never opened, so no path can lead out of the folder. Taken
/// are regular files in folders; links are not followed, and names that begin with a dot are passed over, but for
/// `.well-known`. Folders have no answer.
///
/// **Names.** `/stijl.css` is answered with `Cache-Control: no-cache`: kept, but asked for every time. The same file
/// is `/stijl.0123456789abcdef.css`, with the beginning of its hash (``versionedPath(of:)``), and may be kept under
/// that name for good: `public, max-age=31536000, immutable`. A name with another hash is answered by nothing, also
/// when it was right yesterday. A file that lies in the folder under such a name is a plain file; only with its own
/// hash in it may it be kept for good.
///
/// **Forms.** `style.css.gz` beside `style.css` is not a file of its own but that file's other form, for clients that
/// accept gzip. It counts only when its CRC and length are those of the plain file. A `.gz` alone is just a file.
///
/// **Requests.** Conditions, ranges and methods are those of RFC 9110 §13, §14 and §9; see ``Validators`` and
/// ``RangeField``.
package struct StaticFiles: Sendable {
    private let index: StaticIndex
    private let readAt: Int

    /// - Parameters:
    ///   - folder: its path.
    ///   - maximumBytes: of all files together; they stay in memory.
    ///   - readAt: the present moment, in seconds since 1970 in UTC. A file that was changed in that second, or lies
    ///     in the future, has no `Last-Modified`: the date would not tell this content from the next.
    /// - Throws: ``StaticFilesError`` for a folder or file that cannot be read, and for too much of them.
    package init(
        folder: String, maximumBytes: Int = 64 * 1024 * 1024, readAt: Int = ServerClock.system.epochSeconds()
    ) throws(StaticFilesError) {
        var files: [StaticFile] = []
        var room = maximumBytes
        for found in try FolderWalk.files(in: folder) {
            let read = try FolderWalk.read(found.path, atMost: room)
            room -= read.content.count
            files.append(
                StaticFile(
                    path: "/" + found.segments.joined(separator: "/"), content: read.content,
                    lastModified: read.modifiedAt < readAt ? read.modifiedAt : nil))
        }
        self.readAt = readAt
        index = StaticIndex(files.sorted { $0.path < $1.path })
    }

    /// Paths of all files under their own names, decoded, each from the root, in order.
    package var paths: [String] { index.versions.keys.sorted() }

    /// Paths of files that were found and are not served, in order: a `.gz` that does not hold what lies beside it,
    /// and a file that bears the versioned name of another.
    package var passedOver: [String] { index.passedOver }

    /// The path under which the file at `path` may be kept for good, for a link to it; `nil` when there is none.
    ///
    /// - Parameter path: decoded, from the root, as in ``paths``.
    /// - Returns: percent-encoded where it has to be.
    package func versionedPath(of path: String) -> String? { index.versions[path] }

    /// The answer to `request`: 200, 206, 304, 405, 406, 412, 416, or 204 for OPTIONS; `nil` when there is no such
    /// file.
    package func response(to request: Request) -> Response? {
        resource(request)?.response(to: request, now: readAt)
    }

    /// A path without an escape is the key as it was sent. A decoded segment with a slash is no name of a file, and
    /// put together would look like two.
    private func resource(_ request: Request) -> StaticResource? {
        guard request.path.utf8.contains(UInt8(ascii: "%")) else { return index.resources[request.path] }
        guard !request.segments.contains(where: { $0.utf8.contains(UInt8(ascii: "/")) }) else { return nil }
        return index.resources["/" + request.segments.joined(separator: "/")]
    }
}
