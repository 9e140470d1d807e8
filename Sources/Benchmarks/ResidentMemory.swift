import Foundation

/// How much memory a process holds, as the kernel counts it (`/proc/PID/status`).
struct ResidentMemory {
    /// In megabytes of 1,000,000 bytes.
    let now: Double
    /// The most it ever was.
    let peak: Double

    init(of pid: Int32) throws(BenchmarkFailure) {
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8),
            let now = Self.megabytes("VmRSS", in: text), let peak = Self.megabytes("VmHWM", in: text)
        else { throw BenchmarkFailure("/proc/\(pid)/status cannot be read.") }
        (self.now, self.peak) = (now, peak)
    }

    /// `VmRSS:	   36644 kB`, where kB is 1,024 bytes.
    private static func megabytes(_ name: String, in text: String) -> Double? {
        let line = text.split(separator: "\n").first { $0.hasPrefix("\(name):") }
        let number = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
        return number.flatMap { Double($0) }.map { $0 * 1_024 / 1_000_000 }
    }
}
