import Dispatch
import HTTP
import Synchronization
import Testing

@testable import Web

@Suite("Work beside the answers")
struct AsideQueueTests {
    /// Work that goes on until it is let go.
    private final class Bench: Sendable {
        let queue: AsideQueue
        let answers = Mutex<[Int]>([])
        private let gate = DispatchSemaphore(value: 0)
        private let done = DispatchSemaphore(value: 0)

        init(perKey: Int, all: Int) { queue = AsideQueue(places: AsideQueue.Places(perKey: perKey, all: all)) }

        /// The status of what is said at once; 0 where it waits for its turn.
        func ask(_ key: String, _ number: Int = 0) -> Int {
            do {
                try queue.run(
                    for: key,
                    preparing: {
                        { [gate] in
                            gate.wait()
                            return Reply(body: [])
                        }
                    },
                    then: { [self] _ in
                        answers.withLock { $0.append(number) }
                        done.signal()
                    })
                return 0
            } catch {
                return (error as? Problem)?.status.code ?? -1
            }
        }

        func finishOne() {
            gate.signal()
            done.wait()
        }
    }

    @Test func oneKeyTakesNotAllPlaces() {
        let bench = Bench(perKey: 2, all: 5)
        #expect((0..<3).map { _ in bench.ask("een") } == [0, 0, 429])
        #expect(["twee", "twee", "drie", "vier"].map { bench.ask($0) } == [0, 0, 0, 503])
        #expect(bench.queue.count == 5)

        bench.finishOne()

        #expect(bench.ask("een") == 0)
        #expect(bench.ask("vier") == 503)
        for _ in 0..<5 { bench.finishOne() }
        #expect(bench.queue.count == 0)
    }

    @Test func oneAfterTheOtherInTheirOrder() {
        let bench = Bench(perKey: 9, all: 9)
        for number in 0..<9 { _ = bench.ask("een", number) }

        for _ in 0..<9 { bench.finishOne() }

        #expect(bench.answers.withLock { $0 } == Array(0..<9))
    }

    @Test func whatIsRefusedAtOnceTakesNoPlace() {
        let queue = AsideQueue(places: AsideQueue.Places(perKey: 1, all: 1))
        for _ in 0..<5 {
            #expect(throws: Problem.self) {
                try queue.run(for: "een", preparing: { throw Problem.unsupportedMediaType }, then: { _ in })
            }
        }
        #expect(queue.count == 0)
    }

    /// Work that fails gives its place back too, and its problem is the answer.
    @Test func workThatFails() throws {
        let queue = AsideQueue(places: AsideQueue.Places(perKey: 1, all: 1))
        for _ in 0..<3 {
            let arrived = DispatchSemaphore(value: 0)
            let status = Mutex(0)
            try queue.run(
                for: "een", preparing: { { throw Problem.noSpace } },
                then: { result in
                    if case .failure(let problem) = result { status.withLock { $0 = problem.status.code } }
                    arrived.signal()
                })
            arrived.wait()
            #expect(status.withLock { $0 } == 507)
        }
    }
}
