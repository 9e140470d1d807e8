import Foundation

/// How many files and sockets the process, and those it starts, may have open.
package enum DescriptorLimit {
    private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)

    /// The soft limit; 0 when the system does not tell.
    package static var current: Int {
        var limit = rlimit()
        return getrlimit(resource, &limit) == 0 ? Int(clamping: limit.rlim_cur) : 0
    }

    /// Raises the soft limit to `wanted` where it is lower, as far as the hard limit lets it; returns what it is now.
    @discardableResult
    package static func raise(to wanted: Int) -> Int {
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return 0 }
        let goal = min(rlim_t(clamping: wanted), limit.rlim_max)
        if limit.rlim_cur < goal {
            limit.rlim_cur = goal
            setrlimit(resource, &limit)
        }
        return current
    }
}
