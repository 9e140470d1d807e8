import Dispatch
import HTTP
import JSONText
import Synchronization
import Testing

@Suite("Many editors at once")
struct ConcurrencyTests {
    @Test func oneOfThemWins() throws {
        let program = try TestProgram(Village.registry)
        let statuses = Mutex<[Int]>([])

        DispatchQueue.concurrentPerform(iterations: 16) { index in
            let response = try? program.send(
                .put, CapacityTests.target(), as: .admin, fields: ["If-Match": "\"0\""],
                json: Body.count(free: index % 7))
            statuses.withLock { $0.append(response?.status.code ?? 0) }
        }

        let all = statuses.withLock { $0.sorted() }
        #expect(all == [200] + Array(repeating: 412, count: 15))
        #expect(try program.get(CapacityTests.target(), as: .admin).json["version"].integer == 1)
    }

    @Test func everyConfirmationCounts() throws {
        let program = try TestProgram(Village.registry)

        DispatchQueue.concurrentPerform(iterations: 16) { _ in
            _ = try? program.send(.post, "\(CapacityTests.target())/confirmations", as: .shelter)
        }

        #expect(try program.get(CapacityTests.target(), as: .admin).json["version"].integer == 16)
    }
}
