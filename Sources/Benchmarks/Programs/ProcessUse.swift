import Foundation

/// What a process has used and holds, as the kernel counts it.
enum ProcessUse {
    /// Of all its threads, in its own code and in the kernel (`/proc/PID/stat`); in steps of a clock tick.
    static func cpuSeconds(of pid: Int32) throws(BenchmarkFailure) -> Double {
        let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
        // The second field is the name in brackets and may hold anything; user and system time are 14 and 15.
        let fields = text?.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
            throw BenchmarkFailure("/proc/\(pid)/stat cannot be read.")
        }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    static func descriptors(of pid: Int32) throws(BenchmarkFailure) -> Int {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd") else {
            throw BenchmarkFailure("/proc/\(pid)/fd cannot be read.")
        }
        return names.count
    }

    /// The processes it started that have not ended.
    static func children(of pid: Int32) -> [Int32] {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
        return threads.flatMap { thread -> [Int32] in
            let text = try? String(contentsOfFile: "/proc/\(pid)/task/\(thread)/children", encoding: .utf8)
            return (text ?? "").split(separator: " ").compactMap { Int32($0) }
        }
    }

    /// False for one that has ended, also while nobody has asked how.
    static func isAlive(_ pid: Int32) -> Bool {
        let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
        // The state follows the name in brackets.
        guard let state = text?.split(separator: ")").last?.split(separator: " ").first else { return false }
        return state != "Z" && state != "X"
    }
}
