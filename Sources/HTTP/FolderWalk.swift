import Foundation

/// Finds and reads regular files without following a link.
enum FolderWalk {
    struct Found {
        let path: String
        /// Names from the folder down to the file.
        let segments: [String]
    }

    struct Read {
        let content: [UInt8]
        /// Of the last change, in seconds since 1970 in UTC.
        let modifiedAt: Int
    }

    static func files(in folder: String) throws(StaticFilesError) -> [Found] {
        var files: [Found] = []
        var folders = [Found(path: folder, segments: [])]
        while let next = folders.popLast() {
            for name in try names(in: next.path) where !name.hasPrefix(".") || name == ".well-known" {
                let found = Found(path: next.path + "/" + name, segments: next.segments + [name])
                switch try kind(of: found.path) {
                case S_IFREG: files.append(found)
                case S_IFDIR: folders.append(found)
                default: break
                }
            }
        }
        return files
    }

    static func read(_ path: String, atMost limit: Int) throws(StaticFilesError) -> Read {
        // Not blocking, for the case that a pipe took the place of the file that was found.
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .system(call: "open", path: path, code: errno) }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(call: "fstat", path: path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .system(call: "open", path: path, code: EINVAL) }
        var content: [UInt8] = []
        content.reserveCapacity(min(max(0, status.st_size), limit))
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = buffer.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 else { throw .system(call: "read", path: path, code: errno) }
            guard count > 0 else { return Read(content: content, modifiedAt: status.st_mtim.tv_sec) }
            guard content.count + count <= limit else { throw .tooLarge(path: path) }
            content += buffer[..<count]
        }
    }

    private static func names(in path: String) throws(StaticFilesError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? POSIXError
            throw .system(call: "opendir", path: path, code: cause?.code.rawValue ?? EIO)
        }
    }

    private static func kind(of path: String) throws(StaticFilesError) -> mode_t {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw .system(call: "lstat", path: path, code: errno) }
        return status.st_mode & S_IFMT
    }
}
