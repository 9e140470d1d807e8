import Foundation

extension StateDirectory {
    /// Copies what stands after `length` of the journal into a file of its own and cuts it off.
    ///
    /// In this order, so that a crash in between loses nothing. When it fails the journal is as it was.
    ///
    /// - Returns: the name of the file.
    func cutTail(of journal: Int32, after length: Int) throws(SystemFault) -> String {
        let (copy, name) = try makeTailFile()
        defer { files.close(copy) }
        do throws(SystemFault) {
            try copyTail(of: journal, after: length, to: copy)
            try files.syncDirectory(path)
        } catch {
            try? files.remove(self.path(of: name))
            throw error
        }
        try files.truncate(journal, to: length)
        try files.sync(journal)
        return name
    }

    /// The first `torn-tail-<n>` that is not there yet.
    private func makeTailFile() throws(SystemFault) -> (descriptor: Int32, name: String) {
        var number = 1
        while true {
            let name = StateFile.tornTail(number)
            do throws(SystemFault) {
                return (try files.open(path(of: name), .creating), name)
            } catch {
                guard error.code == EEXIST else { throw error }
                number += 1
            }
        }
    }

    private func copyTail(of journal: Int32, after length: Int, to copy: Int32) throws(SystemFault) {
        let end = try writtenEnd(of: journal)
        var copied = 0
        while length + copied < end {
            let bytes = try files.read(journal, count: min(65_536, end - length - copied), at: length + copied)
            guard !bytes.isEmpty else { break }
            try files.writeAll(copy, bytes, at: copied)
            copied += bytes.count
        }
        try files.sync(copy)
    }

    /// Where the file ends, without the room at its end that was never written over; see ``Fill``.
    func writtenEnd(of journal: Int32) throws(SystemFault) -> Int {
        var end = try files.length(journal)
        while end > 0 {
            let begin = max(0, end - 65_536)
            let bytes = try files.read(journal, count: end - begin, at: begin)
            if let last = bytes.lastIndex(where: { !Fill.isFill($0) }) { return begin + last + 1 }
            end = begin
        }
        return end
    }
}
