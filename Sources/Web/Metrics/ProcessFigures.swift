import Foundation

/// What the system says of this process.
struct ProcessFigures: Sendable {
    /// Bytes.
    let residentMemory: Int?
    /// Of all threads together.
    let processorSeconds: Double?
    let openFiles: Int?

    /// Reads them now; what cannot be read is `nil`.
    init() {
        let pages = Self.words(of: "/proc/self/statm")
        residentMemory = pages.count > 1 ? Int(pages[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
        var time = timespec()
        let isKnown = clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0
        processorSeconds = isKnown ? Double(time.tv_sec) + Double(time.tv_nsec) / 1e9 : nil
        openFiles = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }

    private static func words(of file: String) -> [Substring] {
        let text = try? String(contentsOfFile: file, encoding: .utf8)
        return text.map { $0.split(separator: " ") } ?? []
    }
}
