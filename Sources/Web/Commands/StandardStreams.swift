import Foundation

/// The three descriptors every program is given.
enum StandardStreams {
    /// Opens `/dev/null` where one was closed: the next file or socket would take its number, and the log be written
    /// into it.
    static func fill() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is this one: those below are open by now.
            _ = open("/dev/null", O_RDWR)
        }
    }
}
