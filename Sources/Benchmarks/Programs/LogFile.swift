import Foundation

/// A file that a process says something to.
enum LogFile {
    /// Opens it to write at its end; made where it is missing.
    static func appending(to file: URL) throws(BenchmarkFailure) -> FileHandle {
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BenchmarkFailure("\(file.lastPathComponent) cannot be made.") }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}
