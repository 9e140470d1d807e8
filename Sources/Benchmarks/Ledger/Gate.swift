import Foundation

/// Holds several processes until all are ready: they wait for a lock that this process has.
struct Gate {
    let file: URL
    private let descriptor: Int32

    init(file: URL) throws(BenchmarkFailure) {
        self.file = file
        descriptor = Foundation.open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else { throw BenchmarkFailure("flock failed.") }
    }

    func open() { _ = close(descriptor) }
}
