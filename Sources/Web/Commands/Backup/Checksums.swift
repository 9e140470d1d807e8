import Foundation
import Hashing

/// The last file of a backup: the SHA-256 of every other, in the form that `sha256sum -c` reads.
struct Checksums: Equatable {
    static let name = "SHA256SUMS"

    private(set) var text = ""

    mutating func add(_ digest: SHA256Digest, of name: String) { text += "\(digest.hex)  \(name)\n" }
}
