import Dispatch
import Foundation
import Synchronization
import Testing

@testable import HTTP
@testable import PageReading

/// The client's side of a stream: asks for pieces, and waits to be woken where there are none.
final class StreamClient: Sendable {
    private struct Read {
        var reader = EventStreamReader()
        var bytes: [UInt8] = []
        var isOver = false
    }

    private let stream: ContentStream
    private let woken = DispatchSemaphore(value: 0)
    private let read = Mutex(Read())

    init(_ stream: ContentStream) {
        self.stream = stream
        let woken = woken
        stream.listen { woken.signal() }
    }

    convenience init(_ response: Response) throws {
        guard case .stream(let stream) = response.content else {
            throw NotAStream(status: response.status)
        }
        self.init(stream)
    }

    deinit { stream.end() }

    struct NotAStream: Error { let status: Status }

    /// Takes all there is now.
    func pull() {
        read.withLock { read in
            while !read.isOver {
                switch stream.next() {
                case .none: return
                case .end: read.isOver = true
                case .bytes(let bytes):
                    read.bytes += bytes
                    read.reader.read(bytes)
                }
            }
        }
    }

    /// Takes what comes until there are `count` events, or the stream ends; gives up after ten seconds.
    @discardableResult
    func events(_ count: Int) throws -> [EventStreamReader.Event] {
        try wait { $0.events.count >= count }
        return events
    }

    /// Takes what comes until `isEnough`, or the stream ends; gives up after ten seconds.
    func wait(until isEnough: (EventStreamReader) -> Bool) throws {
        let end = DispatchTime.now() + 10
        while true {
            pull()
            if isOver || isEnough(reader) { return }
            try #require(woken.wait(timeout: end) == .success, "nothing came")
        }
    }

    /// Leaves without a word, as a connection that breaks.
    func leave() { stream.end() }

    var reader: EventStreamReader { read.withLock { $0.reader } }
    var events: [EventStreamReader.Event] { reader.events }
    var ids: [Int] { events.map(\.id) }
    var text: String { read.withLock { String(decoding: $0.bytes, as: UTF8.self) } }
    var isOver: Bool { read.withLock { $0.isOver } }
}

extension TestProgram {
    /// Listens to `/v1/changes`; everything up to the beginning has been read.
    func listen(
        as visitor: Visitor = .admin, after id: Int? = nil, key: String? = nil
    ) throws -> StreamClient {
        var fields: Fields = [:]
        if let id { fields.set("Last-Event-ID", String(id)) }
        if let key { fields.set("Authorization", "Bearer \(key)") }
        let client = try StreamClient(get("/v1/changes", as: key == nil ? visitor : .nobody, fields: fields))
        client.pull()
        return client
    }
}
