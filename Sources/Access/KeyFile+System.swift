import Foundation

extension KeyFile {
    /// Makes the directory and those above it where they are missing, each for this user only, and
    /// waits until the disk has their names. No path is no directory, not the one of the process.
    func makeDirectory() throws(KeyStoreError) {
        guard !directory.isEmpty else { throw .system(call: "mkdir", code: ENOENT) }
        var above = directory.hasPrefix("/") ? "/" : "."
        for name in directory.split(separator: "/") {
            let made = above == "/" ? "/" + name : above + "/" + name
            if mkdir(made, 0o700) == 0 {
                try syncDirectory(above)
            } else {
                let code = errno
                guard code == EEXIST else { throw .system(call: "mkdir", code: code) }
            }
            above = made
        }
    }

    private func syncDirectory(_ path: String) throws(KeyStoreError) {
        let descriptor = Foundation.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(call: "open", code: errno) }
        defer { _ = close(descriptor) }
        try check("fsync") { fsync(descriptor) }
    }

    /// Writes the new file beside the old one, waits for the disk, and swaps them. Where it fails the old one stands.
    ///
    /// - Precondition: nobody else swaps the file of this name meanwhile.
    func swap(in bytes: [UInt8], as name: String) throws(KeyStoreError) {
        let new = name + ".new"
        // One that a crash left behind; it never had the name.
        _ = unlink(path(of: new))
        let descriptor = try open(new, O_WRONLY | O_CREAT | O_EXCL)
        do throws(KeyStoreError) {
            defer { _ = close(descriptor) }
            try write(bytes, to: descriptor)
            try check("fsync") { fsync(descriptor) }
        } catch {
            _ = unlink(path(of: new))
            throw error
        }
        try check("rename") { rename(path(of: new), path(of: name)) }
        try syncDirectory(directory)
    }

    /// Opens a file of the directory, made for this user only, not handed on to child processes.
    func open(_ name: String, _ flags: Int32) throws(KeyStoreError) -> Int32 {
        let descriptor = Foundation.open(path(of: name), flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system(call: "open", code: errno) }
        return descriptor
    }

    func path(of name: String) -> String {
        directory.isEmpty || directory.hasSuffix("/") ? directory + name : directory + "/" + name
    }

    /// All bytes of an open file. A key file of more than 16 MiB is none.
    static func bytes(of descriptor: Int32) throws(KeyStoreError) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = piece.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 else {
                guard errno == EINTR else { throw .system(call: "read", code: errno) }
                continue
            }
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
            guard bytes.count <= 16 << 20 else { throw .damaged(file: name, field: nil) }
        }
    }

    /// Calls until it is not interrupted; anything but 0 is a failure.
    func check(_ call: String, _ body: () -> Int32) throws(KeyStoreError) {
        while body() != 0 {
            guard errno == EINTR else { throw .system(call: call, code: errno) }
        }
    }

    private func write(_ bytes: [UInt8], to descriptor: Int32) throws(KeyStoreError) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                written += count
            } else {
                guard count < 0, errno == EINTR else { throw .system(call: "write", code: count < 0 ? errno : EIO) }
            }
        }
    }
}
