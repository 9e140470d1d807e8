import Foundation

/// The few socket settings the server makes.
enum SocketOption {
    /// Also keeps the descriptor from programs this one might start.
    static func makeNonBlocking(_ descriptor: Int32) throws(ServerError) {
        guard fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) == 0,
            fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0
        else { throw .system(call: "fcntl", code: errno) }
    }

    static func set(_ option: Int32, level: Int32, of descriptor: Int32) throws(ServerError) {
        var on: Int32 = 1
        guard setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size)) == 0 else {
            throw .system(call: "setsockopt", code: errno)
        }
    }
}
