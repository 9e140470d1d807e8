import Foundation

/// How many descriptors this process and those it starts may hold.
enum DescriptorLimit {
    static var current: Int {
        var limit = rlimit()
        return getrlimit(resource, &limit) == 0 ? Int(clamping: limit.rlim_cur) : 1_024
    }

    /// Raises it as far as the system lets us.
    static func raise(toAtLeast count: Int) throws(BenchmarkFailure) {
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0, limit.rlim_max >= rlim_t(count) else {
            throw BenchmarkFailure("this needs \(count) open files; the system allows \(limit.rlim_max).")
        }
        limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 65_536))
        guard setrlimit(resource, &limit) == 0 else {
            throw BenchmarkFailure("setrlimit: \(String(cString: strerror(errno))).")
        }
    }

    private static var resource: __rlimit_resource_t { __rlimit_resource_t(RLIMIT_NOFILE.rawValue) }
}
