import Foundation

/// Why bytes are not an archive of plain files.
package enum ArchiveFault: Error, Hashable, Sendable {
    /// They end before the archive does.
    case truncated
    /// A block is not what stands before a file.
    case notAnArchive
    /// A block before a file was altered.
    case wrongChecksum
    /// A link, a directory, a device: anything but a plain file.
    case notAFile
    /// A name with a folder, or with bytes that no name has here.
    case unknownName
    /// Something stands after the end.
    case trailingBytes
}
