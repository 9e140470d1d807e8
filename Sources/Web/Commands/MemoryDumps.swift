import Foundation

/// Keeps what is in memory, such as the profile of a search, out of what a crash leaves on the disk or in a log.
enum MemoryDumps {
    /// No dump is this small. At this limit, and at no other, the kernel also hands none to a program: it does so even
    /// at 0 (core(5), "Piping core dumps to a program").
    private static let none: rlim_t = 1
    /// `PR_GET_DUMPABLE` and `PR_SET_DUMPABLE` of `linux/prctl.h`, for ever the same.
    private static let (getDumpable, setDumpable): (CInt, CInt) = (3, 4)
    private static let resource = __rlimit_resource_t(RLIMIT_CORE.rawValue)

    /// Where the Swift runtime answers to a crash: it writes down what the registers hold and sixteen bytes of the memory
    /// that each of them points to, on standard error, unless `SWIFT_BACKTRACE` was set before the start.
    private static let crashes = [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV]

    /// For good, and before anything is read.
    static func switchOff() {
        for number in crashes { signal(number, SIG_DFL) }
        var limit = rlimit(rlim_cur: none, rlim_max: none)
        _ = setrlimit(resource, &limit)
        // Where whoever started the program had set a lower limit, which stands: a dump that is made all the same has
        // no mapping in it, though it has the registers, and these hold up to some kilobytes of what was copied last.
        let descriptor = open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = write(descriptor, "0", 1)
        _ = close(descriptor)
    }

    /// Shuts the memory to everybody but root: no dump in whatever way, and no other program of the same user that
    /// looks into it (prctl(2), `PR_SET_DUMPABLE`). For good; `/proc` then has the process as root's.
    static func shut() { _ = control(setDumpable, 0) }

    /// Whether nothing of the memory can get into a dump.
    static var areOff: Bool {
        if control(getDumpable, 0) == 0 { return true }
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return false }
        return limit.rlim_cur == none || limit.rlim_cur < none && !isHandedOn
    }

    /// Whether the system hands dumps to a program or a socket; so too where nobody says.
    private static var isHandedOn: Bool {
        let pattern = try? String(contentsOfFile: "/proc/sys/kernel/core_pattern", encoding: .utf8)
        return pattern.map { $0.hasPrefix("|") || $0.hasPrefix("@") } ?? true
    }

    private typealias Control =
        @convention(c) (CInt, CUnsignedLong, CUnsignedLong, CUnsignedLong, CUnsignedLong) -> CInt

    /// Calls prctl(2), which Swift cannot call by its name, as C leaves the number of its arguments open. Linux has
    /// whole numbers in the same registers either way, and prctl never takes more than these; -1 where it fails.
    private static func control(_ option: CInt, _ argument: CUnsignedLong) -> CInt {
        guard let symbol = dlsym(nil, "prctl") else { return -1 }
        return unsafeBitCast(symbol, to: Control.self)(option, argument, 0, 0, 0)
    }
}
