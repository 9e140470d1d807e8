import Foundation

/// The ways to wait for sockets that Foundation and Dispatch give on Linux; `epoll` is not among them.
enum WayToWait: String, CaseIterable {
    case sources, channels, poll, select, threads

    var title: String {
        switch self {
        case .sources: "DispatchSource, 2 queues"
        case .channels: "DispatchIO, 2 queues"
        case .poll: "poll, 1 thread"
        case .select: "select, 1 thread"
        case .threads: "a thread for each"
        }
    }

    /// Answers everybody, without end.
    func serve(_ listener: Int32) {
        switch self {
        case .sources: SourceLoop().serve(listener)
        case .channels: ChannelLoop().serve(listener)
        case .poll: PollLoop().serve(listener)
        case .select: SelectLoop().serve(listener)
        case .threads: ThreadLoop().serve(listener)
        }
    }
}
