import Foundation
import Ledger
import Synchronization
import TestTools

/// A disk in memory with one directory, which knows apart what was written and what was synced.
///
/// After a power cut every page of 4,096 bytes has the contents of the last sync or of any write since, whatever the
/// others have; the length of a file is that of the last sync or any since; and every name made, changed or taken
/// away since the last sync of the directory is there or not.
final class FickleDisk: LedgerFiles {
    static let path = "/schijf"
    private static let page = 4_096

    private struct Inode {
        var bytes: [UInt8] = []
        var synced: [UInt8] = []
        /// What the pages held since the last sync, by their number.
        var versions: [Int: [[UInt8]]] = [:]
        var lengths: [Int] = []

        mutating func changed(_ range: Range<Int>) {
            guard !range.isEmpty else { return }
            for page in range.lowerBound / FickleDisk.page...(range.upperBound - 1) / FickleDisk.page {
                let begin = page * FickleDisk.page
                let end = min(begin + FickleDisk.page, bytes.count)
                if begin < end { versions[page, default: []].append(Array(bytes[begin..<end])) }
            }
        }

        mutating func sync() { (synced, versions, lengths) = (bytes, [:], []) }

        func afterPowerCut(using random: inout SeededGenerator) -> [UInt8] {
            let length = ([synced.count] + lengths).randomElement(using: &random) ?? synced.count
            var result = synced
            result += Array(repeating: 0, count: max(0, length - result.count))
            result.removeLast(max(0, result.count - length))
            for (page, contents) in versions.sorted(by: { $0.key < $1.key }) {
                guard let version = ([nil] + contents).randomElement(using: &random) ?? nil else { continue }
                let begin = page * FickleDisk.page
                let count = min(version.count, result.count - begin)
                if count > 0 { result.replaceSubrange(begin..<begin + count, with: version.prefix(count)) }
            }
            return result
        }
    }

    private enum NameChange {
        case link(String, Int)
        case rename(String, String, Int)
        case unlink(String)
    }

    private struct Contents {
        var isMade = false
        var inodes: [Int: Inode] = [:]
        var names: [String: Int] = [:]
        var syncedNames: [String: Int] = [:]
        var changes: [NameChange] = []
        var open: [Int32: Int] = [:]
        var lockOwners: [Int: Int32] = [:]
        var next = 1
        var calls = 0
        /// The call, from 1, at which the power goes.
        var lastCall = Int.max
        var beforeSync: (@Sendable () -> Void)?

        mutating func number() -> Int {
            next += 1
            return next
        }
    }

    private let contents = Mutex(Contents())

    init() {}

    private init(_ files: [String: [UInt8]]) {
        contents.withLock { contents in
            contents.isMade = true
            for (name, bytes) in files {
                let number = contents.number()
                contents.inodes[number] = Inode(bytes: bytes, synced: bytes)
                contents.names[name] = number
            }
            contents.syncedNames = contents.names
        }
    }

    // MARK: What a test does

    /// The names and the bytes of all files.
    var files: [String: [UInt8]] {
        contents.withLock { contents in contents.names.mapValues { contents.inodes[$0]?.bytes ?? [] } }
    }

    var calls: Int { contents.withLock { $0.calls } }

    /// The journal's newest segment.
    var newestSegment: String {
        files.keys.filter { $0.hasPrefix("journal") }.max { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
            ?? "journal.jsonl"
    }

    convenience init(with files: [String: [UInt8]]) { self.init(files) }

    /// The disk as the next process finds it when this one is killed.
    func afterKill() -> FickleDisk { FickleDisk(files) }

    func cutPower(atCall number: Int) { contents.withLock { $0.lastCall = number } }

    func afterPowerCut(using random: inout SeededGenerator) -> FickleDisk {
        contents.withLock { contents in
            var names = contents.syncedNames
            for change in contents.changes where Bool.random(using: &random) {
                switch change {
                case .link(let name, let number): names[name] = number
                case .rename(let name, let other, let number): (names[name], names[other]) = (nil, number)
                case .unlink(let name): names[name] = nil
                }
            }
            var files: [String: [UInt8]] = [:]
            for (name, number) in names.sorted(by: { $0.key < $1.key }) {
                files[name] = contents.inodes[number]?.afterPowerCut(using: &random) ?? []
            }
            return FickleDisk(files)
        }
    }

    func beforeSync(_ body: (@Sendable () -> Void)?) { contents.withLock { $0.beforeSync = body } }

    // MARK: What the ledger does

    private func calling<Value>(
        _ call: String, _ body: (inout Contents) throws(SystemFault) -> Value
    ) throws(SystemFault) -> Value {
        try contents.withLock { contents throws(SystemFault) in
            contents.calls += 1
            guard contents.calls < contents.lastCall else { throw SystemFault(call: call, code: EIO) }
            return try body(&contents)
        }
    }

    private static func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

    private static func inode(
        _ descriptor: Int32, _ contents: Contents, _ call: String
    ) throws(SystemFault) -> Int {
        guard let number = contents.open[descriptor] else { throw SystemFault(call: call, code: EBADF) }
        return number
    }

    func makeDirectory(_ path: String) throws(SystemFault) -> Bool {
        try calling("mkdir") { contents throws(SystemFault) in
            defer { contents.isMade = true }
            return !contents.isMade
        }
    }

    func open(_ path: String, _ mode: FileMode) throws(SystemFault) -> Int32 {
        try calling("open") { contents throws(SystemFault) in
            let name = Self.name(path)
            let descriptor = Int32(contents.number())
            switch (contents.names[name], mode) {
            case (nil, .reading): throw SystemFault(call: "open", code: ENOENT)
            case (.some, .creating): throw SystemFault(call: "open", code: EEXIST)
            case (let number?, _): contents.open[descriptor] = number
            case (nil, _):
                let number = contents.number()
                contents.inodes[number] = Inode()
                contents.names[name] = number
                contents.changes.append(.link(name, number))
                contents.open[descriptor] = number
            }
            return descriptor
        }
    }

    func read(_ descriptor: Int32, count: Int, at offset: Int) throws(SystemFault) -> [UInt8] {
        try calling("pread") { contents throws(SystemFault) in
            let bytes = contents.inodes[try Self.inode(descriptor, contents, "pread")]?.bytes ?? []
            return Array(bytes.dropFirst(offset).prefix(count))
        }
    }

    func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemFault) -> Int {
        try calling("pwrite") { contents throws(SystemFault) in
            let number = try Self.inode(descriptor, contents, "pwrite")
            var inode = contents.inodes.removeValue(forKey: number) ?? Inode()
            let (before, end) = (inode.bytes.count, offset + bytes.count)
            if end > before { inode.bytes += Array(repeating: 0, count: end - before) }
            inode.bytes.replaceSubrange(offset..<end, with: bytes)
            inode.changed(min(before, offset)..<end)
            if end > before { inode.lengths.append(end) }
            contents.inodes[number] = inode
            return bytes.count
        }
    }

    func sync(_ descriptor: Int32) throws(SystemFault) {
        contents.withLock { $0.beforeSync }?()
        try calling("fdatasync") { contents throws(SystemFault) in
            contents.inodes[try Self.inode(descriptor, contents, "fdatasync")]?.sync()
        }
    }

    func syncDirectory(_ path: String) throws(SystemFault) {
        try calling("fsync") { contents throws(SystemFault) in
            guard path == Self.path else { return }
            (contents.syncedNames, contents.changes) = (contents.names, [])
        }
    }

    func names(in path: String) throws(SystemFault) -> [String] {
        try calling("readdir") { contents throws(SystemFault) in
            guard contents.isMade else { throw SystemFault(call: "opendir", code: ENOENT) }
            return Array(contents.names.keys)
        }
    }

    func length(_ descriptor: Int32) throws(SystemFault) -> Int {
        try calling("fstat") { contents throws(SystemFault) in
            contents.inodes[try Self.inode(descriptor, contents, "fstat")]?.bytes.count ?? 0
        }
    }

    func forget(_ descriptor: Int32) {}

    func rename(_ path: String, to other: String) throws(SystemFault) {
        try calling("rename") { contents throws(SystemFault) in
            let (name, new) = (Self.name(path), Self.name(other))
            guard let number = contents.names.removeValue(forKey: name) else {
                throw SystemFault(call: "rename", code: ENOENT)
            }
            contents.names[new] = number
            contents.changes.append(.rename(name, new, number))
        }
    }

    func renameNew(_ path: String, to other: String) throws(SystemFault) {
        let isTaken = contents.withLock { $0.names[Self.name(other)] != nil }
        guard !isTaken else { throw SystemFault(call: "link", code: EEXIST) }
        try rename(path, to: other)
    }

    func truncate(_ descriptor: Int32, to length: Int) throws(SystemFault) {
        try calling("ftruncate") { contents throws(SystemFault) in
            let number = try Self.inode(descriptor, contents, "ftruncate")
            var inode = contents.inodes.removeValue(forKey: number) ?? Inode()
            let before = inode.bytes.count
            if length < before { inode.bytes.removeLast(before - length) }
            if length > before { inode.bytes += Array(repeating: 0, count: length - before) }
            if length != before { inode.lengths.append(length) }
            contents.inodes[number] = inode
        }
    }

    func remove(_ path: String) throws(SystemFault) {
        try calling("unlink") { contents throws(SystemFault) in
            let name = Self.name(path)
            guard contents.names.removeValue(forKey: name) != nil else {
                throw SystemFault(call: "unlink", code: ENOENT)
            }
            contents.changes.append(.unlink(name))
        }
    }

    func lock(_ descriptor: Int32) throws(SystemFault) -> Bool {
        try calling("flock") { contents throws(SystemFault) in
            let number = try Self.inode(descriptor, contents, "flock")
            guard contents.lockOwners[number] == nil else { return false }
            contents.lockOwners[number] = descriptor
            return true
        }
    }

    func close(_ descriptor: Int32) {
        contents.withLock { contents in
            guard let number = contents.open.removeValue(forKey: descriptor) else { return }
            if contents.lockOwners[number] == descriptor { contents.lockOwners[number] = nil }
        }
    }
}
