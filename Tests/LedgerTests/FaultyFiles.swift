import Foundation
import Ledger
import Synchronization

/// The real system calls, some of which fail as a test has planned.
final class FaultyFiles: LedgerFiles {
    /// What becomes of one call.
    enum Fault: Hashable, Sendable {
        case code(Int32)
        /// A write takes only a part, and the one after it fails with this code; any other call fails at once.
        case halfThen(Int32)
    }

    private struct Plan {
        /// For each call the codes that its next uses give; 0 stands for one that works.
        var failures: [String: [Int32]] = [:]
        /// The calls that fail until the disk is mended.
        var broken: [String: Int32] = [:]
        /// How many bytes the next writes take at most.
        var takes: [Int] = []
        var counts: [String: Int] = [:]
        var beforeSync: (@Sendable () -> Void)?
        /// Whether all calls are counted.
        var isCounting = false
        var calls: [String] = []
        /// The call, from 1, that fails, and how.
        var chosen: (number: Int, fault: Fault)?
        var faultHit: String?
        /// What happens in between, before the call of this number, from 1.
        var interruption: (call: Int, body: @Sendable () -> Void)?
    }

    private let real: any LedgerFiles
    private let plan = Mutex(Plan())

    init(_ real: any LedgerFiles = SystemFiles()) { self.real = real }

    func fail(_ call: String, _ codes: Int32...) { plan.withLock { $0.failures[call, default: []] += codes } }
    func failAlways(_ call: String, _ code: Int32) { plan.withLock { $0.broken[call] = code } }
    func mend() { plan.withLock { $0.broken = [:] } }
    func takeOnly(_ counts: Int...) { plan.withLock { $0.takes += counts } }
    func beforeSync(_ body: (@Sendable () -> Void)?) { plan.withLock { $0.beforeSync = body } }
    /// Runs `body` before the call with this number, from 1, whichever it is.
    func interrupt(atCall number: Int, _ body: @escaping @Sendable () -> Void) {
        plan.withLock { $0.interruption = (number, body) }
    }
    /// How many calls there were.
    var callCount: Int { plan.withLock { $0.counts.values.reduce(0, +) } }
    func count(of call: String) -> Int { plan.withLock { $0.counts[call, default: 0] } }

    /// From now on counts every call, of which the `number`th fails.
    func fail(call number: Int, with fault: Fault) {
        plan.withLock { ($0.isCounting, $0.chosen, $0.calls) = (true, (number, fault), []) }
    }

    /// The names of the calls since counting began.
    var calls: [String] { plan.withLock { $0.calls } }

    /// The name of the call that was made to fail.
    var faultHit: String? { plan.withLock { $0.faultHit } }

    private func enter(_ call: String) throws(SystemFault) {
        let interruption = plan.withLock { plan in
            let number = plan.counts.values.reduce(0, +) + 1
            return plan.interruption?.call == number ? plan.interruption?.body : nil
        }
        interruption?()
        let code: Int32 = plan.withLock { plan in
            plan.counts[call, default: 0] += 1
            if plan.isCounting { plan.calls.append(call) }
            if let (number, fault) = plan.chosen, number == plan.calls.count {
                (plan.chosen, plan.faultHit) = (nil, call)
                switch fault {
                case .halfThen(let code) where call == "pwrite":
                    plan.takes.insert(100, at: 0)
                    plan.failures[call] = [code]
                    return 0
                case .code(let code), .halfThen(let code): return code
                }
            }
            if let code = plan.broken[call] { return code }
            guard plan.failures[call]?.isEmpty == false else { return 0 }
            return plan.failures[call]?.removeFirst() ?? 0
        }
        guard code == 0 else { throw SystemFault(call: call, code: code) }
    }

    func makeDirectory(_ path: String) throws(SystemFault) -> Bool {
        try enter("mkdir")
        return try real.makeDirectory(path)
    }

    func open(_ path: String, _ mode: FileMode) throws(SystemFault) -> Int32 {
        try enter(mode == .creating ? "open new" : "open")
        return try real.open(path, mode)
    }

    func read(_ descriptor: Int32, count: Int, at offset: Int) throws(SystemFault) -> [UInt8] {
        try enter("pread")
        return try real.read(descriptor, count: count, at: offset)
    }

    func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemFault) -> Int {
        try enter("pwrite")
        let most = plan.withLock { $0.takes.isEmpty ? bytes.count : $0.takes.removeFirst() }
        return try real.write(descriptor, bytes.prefix(most), at: offset)
    }

    func sync(_ descriptor: Int32) throws(SystemFault) {
        let beforeSync = plan.withLock { $0.beforeSync }
        beforeSync?()
        try enter("fdatasync")
        // Not asked of the real disk: how long that takes is not what these tests are about.
    }

    func syncDirectory(_ path: String) throws(SystemFault) { try enter("fsync") }

    func names(in path: String) throws(SystemFault) -> [String] {
        try enter("readdir")
        return try real.names(in: path)
    }

    func length(_ descriptor: Int32) throws(SystemFault) -> Int {
        try enter("fstat")
        return try real.length(descriptor)
    }

    func forget(_ descriptor: Int32) { real.forget(descriptor) }

    func rename(_ path: String, to other: String) throws(SystemFault) {
        try enter("rename")
        try real.rename(path, to: other)
    }

    func renameNew(_ path: String, to other: String) throws(SystemFault) {
        try enter("link")
        try real.renameNew(path, to: other)
    }

    func truncate(_ descriptor: Int32, to length: Int) throws(SystemFault) {
        try enter("ftruncate")
        try real.truncate(descriptor, to: length)
    }

    func remove(_ path: String) throws(SystemFault) {
        try enter("unlink")
        try real.remove(path)
    }

    func lock(_ descriptor: Int32) throws(SystemFault) -> Bool {
        try enter("flock")
        return try real.lock(descriptor)
    }

    func close(_ descriptor: Int32) { real.close(descriptor) }
}
