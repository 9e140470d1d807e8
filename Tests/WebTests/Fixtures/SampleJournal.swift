import Dispatch
import Domain
import Foundation
import Ledger
import Synchronization
import TestTools
import Testing

/// A journal in a state directory, made without a server.
struct SampleJournal {
    let directory = TemporaryDirectory()

    static let name = "journal.jsonl"
    static let actor = Actor(
        keyID: "key-abcdefgh", role: .shelter, organization: OrganizationID(rawValue: "voorbeeld-huis"))
    static let holder = Actor(keyID: "key-hhhhhhhh", role: .coordinator)
    static let service = ServiceID.make(Village.visible)
    static let other = ServiceID.make(Village.other)

    /// - Parameters:
    ///   - count: how many reports it has.
    ///   - segmentBytes: small, so that there are several segments.
    init(reports count: Int = 5, segmentBytes: Int = 64 << 20) throws {
        let ledger = try open(segmentBytes: segmentBytes)
        for number in 0..<count { try ledger.keep(.report(number), at: Double(number)) }
        ledger.close()
    }

    func open(segmentBytes: Int = 64 << 20, recordsPerSnapshot: Int = 50_000) throws -> Ledger {
        var settings = LedgerSettings()
        (settings.segmentBytes, settings.recordsPerSnapshot) = (segmentBytes, recordsPerSnapshot)
        let starting = [Self.service: Capacity(total: 6, free: 2), Self.other: Capacity(total: 6, free: 2)]
        return try Ledger.open(directory: directory.path, starting: starting, settings: settings).ledger
    }

    /// The names in the directory.
    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() }
    }

    var segments: [String] { get throws { try names.filter { $0.hasPrefix("journal") } } }

    func bytes(of name: String = name) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: directory.path(of: name))))
    }

    func write(_ bytes: some Sequence<UInt8>, to name: String = name) throws {
        try Data(bytes).write(to: URL(filePath: directory.path(of: name)))
    }

    /// Changes one digit in the middle of a line, from 1.
    func damage(line: Int, of name: String = name) throws {
        var bytes = try bytes(of: name)
        let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
        bytes[ends[line - 1] - 100] ^= 1
        try write(bytes, to: name)
    }

    /// Runs a command on the directory.
    func run(_ words: String...) -> (status: Int32, output: String, complaints: String) {
        Recorder.run(words + ["--state", directory.path])
    }
}

extension Command.Wish {
    /// A report of `number % 7` free places of six.
    ///
    /// - Parameter version: the one that stands; `nil`: `number`.
    static func report(
        _ number: Int, on service: ServiceID = SampleJournal.service, ifVersion version: Int? = nil
    ) throws -> Command.Wish {
        let statement = try CapacityStatement(total: 6, free: number % 7)
        return .report([CapacityReport(service: service, statement: statement, ifVersion: version ?? number)])
    }
}

extension Ledger {
    /// Records and waits for the disk.
    @discardableResult
    func keep(
        _ wish: Command.Wish, by actor: Actor? = SampleJournal.actor, at seconds: Double = 0
    ) throws -> Receipt {
        let arrived = DispatchSemaphore(value: 0)
        let answer = Mutex<Result<Receipt, LedgerError>?>(nil)
        submit(Command(wish, by: actor, at: TestClock.start + seconds)) { result in
            answer.withLock { $0 = result }
            arrived.signal()
        }
        arrived.wait()
        return try #require(answer.withLock { $0 }).get()
    }
}
