import Foundation
import Ledger
import Synchronization

/// The real system calls, some of which fail as a test has planned.
final class FaultyFiles: LedgerFiles {
    private struct Plan {
        /// For each call the codes that its next uses give; 0 stands for one that works.
        var failures: [String: [Int32]] = [:]
        /// How many bytes the next writes take at most.
        var takes: [Int] = []
        var counts: [String: Int] = [:]
        var beforeSync: (@Sendable () -> Void)?
    }

    private let real = SystemFiles()
    private let plan = Mutex(Plan())

    func fail(_ call: String, _ codes: Int32...) { plan.withLock { $0.failures[call, default: []] += codes } }
    func takeOnly(_ counts: Int...) { plan.withLock { $0.takes += counts } }
    func beforeSync(_ body: (@Sendable () -> Void)?) { plan.withLock { $0.beforeSync = body } }
    func count(of call: String) -> Int { plan.withLock { $0.counts[call, default: 0] } }

    private func enter(_ call: String) throws(SystemFault) {
        let code: Int32 = plan.withLock { plan in
            plan.counts[call, default: 0] += 1
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
        try real.sync(descriptor)
    }

    func syncDirectory(_ path: String) throws(SystemFault) {
        try enter("fsync")
        try real.syncDirectory(path)
    }

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
