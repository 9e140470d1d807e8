import Foundation

/// The system calls as the system has them. Each goes on after a signal has interrupted it.
package struct SystemFiles: LedgerFiles {
    package init() {}

    package func makeDirectory(_ path: String) throws(SystemFault) -> Bool {
        if mkdir(path, 0o700) == 0 { return true }
        let code = errno
        guard code == EEXIST else { throw SystemFault(call: "mkdir", code: code) }
        return false
    }

    package func open(_ path: String, _ mode: FileMode) throws(SystemFault) -> Int32 {
        let flags =
            switch mode {
            case .reading: O_RDONLY
            case .updating: O_RDWR | O_CREAT
            case .creating: O_RDWR | O_CREAT | O_EXCL
            }
        return Int32(try repeating("open") { Int(Foundation.open(path, flags | O_CLOEXEC, 0o600)) })
    }

    package func read(_ descriptor: Int32, count: Int, at offset: Int) throws(SystemFault) -> [UInt8] {
        var failure: SystemFault?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            do throws(SystemFault) {
                filled = try repeating("pread") { pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)) }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    package func write(
        _ descriptor: Int32, _ bytes: ArraySlice<UInt8>, at offset: Int
    ) throws(SystemFault) -> Int {
        try repeating("pwrite") {
            bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
        }
    }

    package func sync(_ descriptor: Int32) throws(SystemFault) {
        // Not repeated: after a failed sync the system may have dropped what it could not write.
        guard fdatasync(descriptor) == 0 else { throw SystemFault(call: "fdatasync", code: errno) }
    }

    package func syncDirectory(_ path: String) throws(SystemFault) {
        let descriptor = try open(path, .reading)
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw SystemFault(call: "fsync", code: errno) }
    }

    package func names(in path: String) throws(SystemFault) -> [String] {
        guard let directory = opendir(path) else { throw SystemFault(call: "opendir", code: errno) }
        defer { closedir(directory) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(directory) else {
                guard errno == 0 else { throw SystemFault(call: "readdir", code: errno) }
                return names
            }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
    }

    package func length(_ descriptor: Int32) throws(SystemFault) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemFault(call: "fstat", code: errno) }
        return Int(status.st_size)
    }

    package func forget(_ descriptor: Int32) {
        // Advice: where the system does not take it, the next read says what memory has.
        _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
    }

    package func rename(_ path: String, to other: String) throws(SystemFault) {
        guard Foundation.rename(path, other) == 0 else { throw SystemFault(call: "rename", code: errno) }
    }

    package func renameNew(_ path: String, to other: String) throws(SystemFault) {
        // A second name, and then the first one goes: what came under that name meanwhile stays.
        if link(path, other) == 0 {
            try? remove(path)
            return
        }
        let code = errno
        // Some disks, such as a stick with FAT, know one name for a file.
        guard code == EPERM || code == EOPNOTSUPP || code == ENOSYS else { throw SystemFault(call: "link", code: code) }
        var status = stat()
        guard lstat(other, &status) != 0 else { throw SystemFault(call: "rename", code: EEXIST) }
        try rename(path, to: other)
    }

    package func truncate(_ descriptor: Int32, to length: Int) throws(SystemFault) {
        _ = try repeating("ftruncate") { Int(ftruncate(descriptor, off_t(length))) }
    }

    package func remove(_ path: String) throws(SystemFault) {
        guard unlink(path) == 0 else { throw SystemFault(call: "unlink", code: errno) }
    }

    package func lock(_ descriptor: Int32) throws(SystemFault) -> Bool {
        do {
            _ = try repeating("flock") { Int(flock(descriptor, LOCK_EX | LOCK_NB)) }
            return true
        } catch  where error.code == EWOULDBLOCK {
            return false
        }
    }

    package func close(_ descriptor: Int32) {
        // What was to be kept was synced before; a failure to close says nothing more.
        _ = Foundation.close(descriptor)
    }

    /// Calls until it is not interrupted; a negative result is a failure.
    private func repeating(_ call: String, _ body: () -> Int) throws(SystemFault) -> Int {
        while true {
            let result = body()
            if result >= 0 { return result }
            let code = errno
            guard code == EINTR else { throw SystemFault(call: call, code: code) }
        }
    }
}
