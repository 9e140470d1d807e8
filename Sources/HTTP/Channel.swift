import Dispatch
import Foundation

/// A connected, non-blocking socket and its two dispatch sources. Used on one queue only.
///
/// The descriptor is closed when the cancel handlers of all sources have run, and not before: until then the queue
/// may still look at it, and a closed number could already belong to another connection.
final class Channel {
    enum Received { case bytes(Int), end, nothing, broken }
    enum Sent { case all(Int), some(Int), broken }

    let descriptor: Int32
    private let queue: DispatchQueue
    private let reader: any DispatchSourceRead
    private var writer: (any DispatchSourceWrite)?
    private var isReading = false
    private var isWriting = false
    private var liveSources = 1
    private var isCancelled = false
    /// What the socket has not taken yet, from `outgoingStart` of the first piece on.
    private var outgoing: [[UInt8]] = []
    private var outgoingStart = 0
    private let writable: @Sendable () -> Void
    private let cancelled: @Sendable () -> Void

    /// - Parameters:
    ///   - readable: called on the queue while there is something to read and reading was not paused.
    ///   - writable: called on the queue when the socket takes bytes again.
    ///   - cancelled: called on the queue once for every source after ``cancel()``; answer with ``sourceEnded()``.
    init(
        descriptor: Int32, queue: DispatchQueue, readable: @escaping @Sendable () -> Void,
        writable: @escaping @Sendable () -> Void, cancelled: @escaping @Sendable () -> Void
    ) {
        (self.descriptor, self.queue, self.writable, self.cancelled) = (descriptor, queue, writable, cancelled)
        reader = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        reader.setEventHandler(handler: readable)
        reader.setCancelHandler(handler: cancelled)
    }

    func resumeReading() {
        guard !isReading, !isCancelled else { return }
        isReading = true
        reader.resume()
    }

    func pauseReading() {
        guard isReading, !isCancelled else { return }
        isReading = false
        reader.suspend()
    }

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

    func enqueue(_ output: ResponseWriter.Output) {
        for piece in [output.head, output.body] where !piece.isEmpty { outgoing.append(piece) }
    }

    /// Sends until all is gone or the socket takes no more; then `writable` will be called.
    func flush() -> Sent {
        var sent = 0
        while let piece = outgoing.first {
            let start = outgoingStart
            let count = piece.withUnsafeBytes { bytes in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
                return send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            switch (count, errno) {
            case (0..., _):
                sent += count
                outgoingStart += count
                if outgoingStart == piece.count {
                    outgoing.removeFirst()
                    outgoingStart = 0
                }
            case (_, EINTR): continue
            case (_, EAGAIN):
                resumeWriting()
                return .some(sent)
            default: return .broken
            }
        }
        pauseWriting()
        return .all(sent)
    }

    func shutDownOutput() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    /// Ends both sources; a suspended one must run again to be able to end.
    func cancel() {
        guard !isCancelled else { return }
        resumeReading()
        if let writer {
            resumeWriting()
            writer.cancel()
        }
        isCancelled = true
        outgoing = []
        reader.cancel()
    }

    /// Counts the sources down; true when that was the last and the descriptor is closed.
    func sourceEnded() -> Bool {
        liveSources -= 1
        guard liveSources == 0 else { return false }
        _ = close(descriptor)
        return true
    }

    /// Most answers leave at once, so most connections never get a write source.
    private func resumeWriting() {
        guard !isWriting, !isCancelled else { return }
        isWriting = true
        if writer == nil {
            let source = DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: queue)
            source.setEventHandler(handler: writable)
            source.setCancelHandler(handler: cancelled)
            liveSources += 1
            writer = source
        }
        writer?.resume()
    }

    private func pauseWriting() {
        guard isWriting, !isCancelled else { return }
        isWriting = false
        writer?.suspend()
    }
}
