import Foundation

/// The directory in which the ledger keeps its files.
struct StateDirectory: Sendable {
    let path: String
    let files: any LedgerFiles

    func path(of name: String) -> String { path.isEmpty || path.hasSuffix("/") ? path + name : path + "/" + name }

    /// The directory in which a file or a directory has its name.
    static func above(_ path: String) -> String {
        let above = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        return above.isEmpty ? "/" : above
    }

    /// Makes the directory and those above it where they are missing, each for this user only, and
    /// waits until the disk has their names. No path is no directory, not the one of the process.
    func make() throws(SystemFault) {
        guard !path.isEmpty else { throw SystemFault(call: "mkdir", code: ENOENT) }
        var above = path.hasPrefix("/") ? "/" : "."
        for name in path.split(separator: "/") {
            let made = above == "/" ? "/" + name : above + "/" + name
            if try files.makeDirectory(made) { try files.syncDirectory(above) }
            above = made
        }
    }

    /// Opens a file, runs `body` with it and closes it again where `body` fails.
    func opening<Value>(
        _ name: String, _ mode: FileMode, _ body: (Int32) throws(LedgerError) -> Value
    ) throws(LedgerError) -> Value {
        let descriptor = try telling { () throws(SystemFault) in try files.open(path(of: name), mode) }
        do throws(LedgerError) {
            return try body(descriptor)
        } catch {
            files.close(descriptor)
            throw error
        }
    }
}

/// Runs `body`, and tells a failed system call as the ledger's error.
func telling<Value>(_ body: () throws(SystemFault) -> Value) throws(LedgerError) -> Value {
    do throws(SystemFault) {
        return try body()
    } catch {
        throw error.error
    }
}
