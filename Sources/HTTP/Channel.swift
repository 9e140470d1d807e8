import Foundation

/// A connected, non-blocking socket and what it has not taken yet. Used on one thread only.
final class Channel {
    enum Received { case bytes(Int), end, nothing, broken }
    enum Sent { case all(Int), some(Int), broken }

    let descriptor: Int32
    private var backlog = Backlog()

    /// - Parameter descriptor: belongs to the channel from here on, until ``close()``.
    init(descriptor: Int32) { self.descriptor = descriptor }

    var hasBacklog: Bool { !backlog.isEmpty }

    func receive(into buffer: inout [UInt8]) -> Received {
        while true {
            let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
            switch (count, errno) {
            case (1..., _): return .bytes(count)
            case (0, _): return .end
            case (_, EINTR): continue
            case (_, EAGAIN): return .nothing
            default: return .broken
            }
        }
    }

    /// Sends what waits and then `output`, which is empty afterwards; what the socket does not take is kept.
    func send(_ output: inout Output) -> Sent {
        defer { output.clear() }
        guard backlog.isEmpty else {
            backlog.append(output, from: 0)
            return flush()
        }
        let taken =
            output.content.isEmpty
            ? output.head.withUnsafeBytes { Self.send($0, to: descriptor) }
            : Self.send(output.head[...], output.content, to: descriptor)
        switch taken {
        case output.count?: return .all(output.count)
        case let sent?:
            backlog.append(output, from: sent)
            return .some(sent)
        case nil: return .broken
        }
    }

    /// Sends what waits until all is gone or the socket takes no more.
    func flush() -> Sent {
        var total = 0
        while let (first, second) = backlog.next {
            guard let sent = Self.send(first, second, to: descriptor) else { return .broken }
            total += sent
            backlog.drop(sent)
            if sent < first.count + second.count { return .some(total) }
        }
        return .all(total)
    }

    func shutDownOutput() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    func close() {
        backlog = Backlog()
        _ = Foundation.close(descriptor)
    }

    /// How many bytes the socket took, 0 when it is full; `nil` when it is broken.
    private static func send(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>, to descriptor: Int32) -> Int? {
        first.withUnsafeBytes { one in
            if second.isEmpty { return send(one, to: descriptor) }
            return second.withUnsafeBytes { two in
                taken { gather(one, two, to: descriptor) }
            }
        }
    }

    private static func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int? {
        taken { Foundation.send(descriptor, bytes.baseAddress, bytes.count, flags) }
    }

    private static func taken(_ call: () -> Int) -> Int? {
        while true {
            switch (call(), errno) {
            case (let count, _) where count >= 0: return count
            case (_, EINTR): continue
            case (_, EAGAIN): return 0
            default: return nil
            }
        }
    }

    /// Both in one call, neither copied.
    private static func gather(
        _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer, to descriptor: Int32
    ) -> Int {
        var parts = [first, second].map { part in
            iovec(iov_base: UnsafeMutableRawPointer(mutating: part.baseAddress), iov_len: part.count)
        }
        return parts.withUnsafeMutableBufferPointer { parts in
            var message = msghdr()
            message.msg_iov = parts.baseAddress
            message.msg_iovlen = parts.count
            return sendmsg(descriptor, &message, flags)
        }
    }

    private static let flags = Int32(MSG_NOSIGNAL)
}
