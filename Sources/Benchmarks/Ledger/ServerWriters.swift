import Domain
import Foundation
import Registry

/// Our program over HTTP: a kept connection for every writer, all served by one thread of this process.
///
/// What the clients cost is taken from the same cores, as it is with `pgbench`.
final class ServerWriters: WritingProgram {
    let name = "ours over HTTP, PUT"
    private let server: ServerProcess
    private let services: [String]

    init(data: URL, state: URL) throws {
        services = try LoadBenchmark(data: data).load().startingCapacities.keys.map(\.rawValue).sorted()
        server = try ServerProcess(data: data, state: state)
    }

    func stop() { server.stop() }

    func round(writers: Int, seconds: Int) throws -> WriteRound {
        let connections = try services.prefix(writers).map { service in
            try PutConnection(port: server.port, service: service, key: "demo-admin")
        }
        var list = connections.map { pollfd(fd: $0.socket.descriptor, events: Int16(POLLIN), revents: 0) }
        let start = ContinuousClock.now
        let end = start + .seconds(seconds)
        var sent = [ContinuousClock.Instant](repeating: start, count: writers)
        var times: [Double] = []
        for connection in connections { try connection.put() }
        var waiting = writers
        while waiting > 0 {
            guard poll(&list, nfds_t(list.count), 10_000) > 0 else { throw BenchmarkFailure("no more answers.") }
            for index in list.indices where list[index].revents != 0 {
                guard try connections[index].isAnswered() else { continue }
                let now = ContinuousClock.now
                times.append((now - sent[index]) / .seconds(1))
                if now < end {
                    sent[index] = now
                    try connections[index].put()
                } else {
                    waiting -= 1
                }
            }
        }
        let took = (ContinuousClock.now - start) / .seconds(1)
        return WriteRound(updatesPerSecond: Double(times.count) / took, times: Timing(times))
    }
}
