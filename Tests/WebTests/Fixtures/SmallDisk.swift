import Foundation
import Ledger
import Synchronization

/// The real system calls on a disk that takes so many bytes and no more, and keeps nobody waiting.
final class SmallDisk: LedgerFiles {
    private let real = SystemFiles()
    private let left: Mutex<Int>

    init(bytes: Int) { left = Mutex(bytes) }

    func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemFault) -> Int {
        let room = left.withLock { left in
            defer { left = max(0, left - bytes.count) }
            return min(left, bytes.count)
        }
        guard room > 0 else { throw SystemFault(call: "pwrite", code: ENOSPC) }
        return try real.write(descriptor, bytes.prefix(room), at: offset)
    }

    func makeDirectory(_ path: String) throws(SystemFault) -> Bool { try real.makeDirectory(path) }
    func open(_ path: String, _ mode: FileMode) throws(SystemFault) -> Int32 { try real.open(path, mode) }
    func read(_ descriptor: Int32, count: Int, at offset: Int) throws(SystemFault) -> [UInt8] {
        try real.read(descriptor, count: count, at: offset)
    }
    func sync(_ descriptor: Int32) throws(SystemFault) {}
    func syncDirectory(_ path: String) throws(SystemFault) {}
    func names(in path: String) throws(SystemFault) -> [String] { try real.names(in: path) }
    func length(_ descriptor: Int32) throws(SystemFault) -> Int { try real.length(descriptor) }
    func forget(_ descriptor: Int32) { real.forget(descriptor) }
    func rename(_ path: String, to other: String) throws(SystemFault) { try real.rename(path, to: other) }
    func renameNew(_ path: String, to other: String) throws(SystemFault) { try real.renameNew(path, to: other) }
    func truncate(_ descriptor: Int32, to length: Int) throws(SystemFault) {
        try real.truncate(descriptor, to: length)
    }
    func remove(_ path: String) throws(SystemFault) { try real.remove(path) }
    func lock(_ descriptor: Int32) throws(SystemFault) -> Bool { try real.lock(descriptor) }
    func close(_ descriptor: Int32) { real.close(descriptor) }
}
