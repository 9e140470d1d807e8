import Foundation

/// The user that runs a program which refuses to be run by root.
struct PlainUser {
    private let name: String
    private let group: gid_t
    private let id: uid_t

    /// `nil` for everybody but root, who needs no other.
    ///
    /// - Throws: when root has none.
    static func needed() throws(BenchmarkFailure) -> PlainUser? {
        guard geteuid() == 0 else { return nil }
        for name in ["postgres", "nobody"] {
            if let found = getpwnam(name)?.pointee {
                return PlainUser(name: name, group: found.pw_gid, id: found.pw_uid)
            }
        }
        throw BenchmarkFailure("root cannot run PostgreSQL, and there is no other user for it.")
    }

    /// Hands a folder over.
    func own(_ folder: URL) throws(BenchmarkFailure) {
        guard chown(folder.path, id, group) == 0 else { throw BenchmarkFailure("chown to \(name) failed.") }
    }

    /// Program and arguments that run `program` as this user, in the same process.
    func command(_ program: URL, _ arguments: [String]) throws(BenchmarkFailure) -> (URL, [String]) {
        let setpriv = try InstalledProgram.setpriv.required()
        return (setpriv, ["--reuid=\(id)", "--regid=\(group)", "--clear-groups", program.path] + arguments)
    }
}
