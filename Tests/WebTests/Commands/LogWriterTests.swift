import Dispatch
import Synchronization
import Testing

@testable import Web

@Suite("The log")
struct LogWriterTests {
    @Test("lines come out whole and in order")
    func order() {
        let written = Mutex<[String]>([])
        let log = LogWriter { text in written.withLock { $0 += text.split(separator: "\n").map(String.init) } }
        let lines = (0..<1_000).map { "regel \($0)" }

        for line in lines { log.write([line]) }
        log.finish(within: 5)

        #expect(written.withLock(\.self) == lines)
    }

    @Test("an output that stands still holds nobody up; what did not fit is counted")
    func stuck() {
        let (entered, released) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let written = Mutex<[String]>([])
        let log = LogWriter(limit: 10) { text in
            entered.signal()
            released.wait()
            written.withLock { $0 += text.split(separator: "\n").map(String.init) }
        }

        log.write(["first"])
        entered.wait()
        log.write(["12345", "67890", "lost", "lost too"])
        for _ in 0..<2 { released.signal() }
        log.finish(within: 5)

        #expect(
            written.withLock(\.self)
                == ["first", "12345", "67890", "2 regels van het logboek vielen weg: schrijven stokte."])
    }
}
