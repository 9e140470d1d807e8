import Foundation

extension StateDirectory {
    /// The first records of all segments of the journal, rising.
    func segments() throws(SystemFault) -> [Int] {
        try files.names(in: path).compactMap(StateFile.firstSequence).sorted()
    }

    /// All bytes of a file.
    func contents(of name: String) throws(SystemFault) -> [UInt8] {
        let descriptor = try files.open(path(of: name), .reading)
        defer { files.close(descriptor) }
        var bytes: [UInt8] = []
        while true {
            let piece = try files.read(descriptor, count: 1_048_576, at: bytes.count)
            guard !piece.isEmpty else { return bytes }
            bytes += piece
        }
    }

    /// How many bytes a file has.
    func length(of name: String) throws(SystemFault) -> Int {
        let descriptor = try files.open(path(of: name), .reading)
        defer { files.close(descriptor) }
        return try files.length(descriptor)
    }

    /// Puts a file in the place of another, or where none was: whoever looks sees the old or the new, also after a
    /// crash. When it fails the old one stands.
    func replace(_ name: String, with bytes: [UInt8]) throws(SystemFault) {
        let unfinished = path(of: StateFile.unfinished(name))
        let descriptor = try files.open(unfinished, .updating)
        do throws(SystemFault) {
            defer { files.close(descriptor) }
            try files.truncate(descriptor, to: 0)
            try files.writeAll(descriptor, bytes, at: 0)
            try files.sync(descriptor)
        } catch {
            try? files.remove(unfinished)
            throw error
        }
        do throws(SystemFault) {
            try files.rename(unfinished, to: path(of: name))
            try files.syncDirectory(path)
        } catch {
            try? files.remove(unfinished)
            throw error
        }
    }

    /// Clears away what a crash left of files that were never whole. Where that fails they are no harm.
    func removeUnfinished() {
        guard let names = try? files.names(in: path) else { return }
        for name in names where name.hasSuffix(StateFile.unfinished("")) {
            let whole = String(name.dropLast(StateFile.unfinished("").count))
            guard StateFile.lastSequence(ofSnapshot: whole) != nil else { continue }
            try? files.remove(path(of: name))
        }
    }
}
