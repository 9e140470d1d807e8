import Foundation

/// The least that an update can cost: a line at the end of a file, and the disk asked for it.
struct BareDisk: WritingProgram {
    static let lineBytes = 600

    let name = "bare disk"
    let file: URL

    /// - Parameter writers: one; a second would wait for the first.
    func round(writers: Int, seconds: Int) throws -> WriteRound {
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure("open") }
        defer {
            _ = close(descriptor)
            _ = unlink(file.path)
        }
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: Self.lineBytes - 1) + [UInt8(ascii: "\n")]
        let (start, end) = (ContinuousClock.now, ContinuousClock.now + .seconds(seconds))
        var times: [Double] = []
        while ContinuousClock.now < end {
            times.append(try Timing.seconds { try append(line, to: descriptor) })
        }
        let took = (ContinuousClock.now - start) / .seconds(1)
        return WriteRound(updatesPerSecond: Double(times.count) / took, times: Timing(times))
    }

    private func append(_ line: [UInt8], to descriptor: Int32) throws(BenchmarkFailure) {
        let written = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard written == line.count, fdatasync(descriptor) == 0 else { throw Self.failure("fdatasync") }
    }

    private static func failure(_ call: String) -> BenchmarkFailure {
        BenchmarkFailure("\(call): \(String(cString: strerror(errno))).")
    }
}
