package import Foundation

/// One file of an archive, and the block before its content (POSIX.1-2017, pax, "ustar Interchange Format").
///
/// Written by hand, because there is nothing in Foundation; every `tar` reads it.
package struct ArchiveEntry: Hashable, Sendable {
    package let name: String
    package let byteCount: Int
    /// Whole seconds since 1970.
    private let modified: Int

    package static let blockSize = 512
    /// The two empty blocks after the last file.
    package static let end = [UInt8](repeating: 0, count: 2 * blockSize)

    private static let mostNameBytes = 100
    /// Eleven octal digits.
    private static let mostBytes = 0o77_777_777_777

    /// `nil` for a name or a length that has no room in the block.
    package init?(name: String, byteCount: Int, modifiedAt moment: Date) {
        let seconds = moment.timeIntervalSince1970
        guard (1...Self.mostNameBytes).contains(name.utf8.count), (0...Self.mostBytes).contains(byteCount),
            seconds >= 0, seconds <= Double(Self.mostBytes)
        else { return nil }
        (self.name, self.byteCount, modified) = (name, byteCount, Int(seconds))
    }

    /// The block before the content: a file that only its owner reads and writes.
    package var header: [UInt8] {
        var block = [UInt8](repeating: 0, count: Self.blockSize)
        func put(_ bytes: some Sequence<UInt8>, at offset: Int) {
            for (index, byte) in bytes.enumerated() { block[offset + index] = byte }
        }
        put(name.utf8, at: 0)
        put(Self.octal(0o600, digits: 7), at: 100)
        put(Self.octal(0, digits: 7), at: 108)
        put(Self.octal(0, digits: 7), at: 116)
        put(Self.octal(byteCount, digits: 11), at: 124)
        put(Self.octal(modified, digits: 11), at: 136)
        block[156] = UInt8(ascii: "0")
        put(Self.magic, at: 257)
        put(
            Self.octal(Self.checksum(of: block[...]), digits: 6) + [0, UInt8(ascii: " ")],
            at: Self.checksumField.lowerBound)
        return block
    }

    /// What fills the last block of the content.
    package var padding: [UInt8] { [UInt8](repeating: 0, count: Self.padding(after: byteCount)) }

    static func padding(after byteCount: Int) -> Int { (blockSize - byteCount % blockSize) % blockSize }

    /// Reads the block before a content.
    ///
    /// - Precondition: ``blockSize`` bytes.
    init(header block: [UInt8]) throws(ArchiveFault) {
        let digits = block[Self.checksumField].prefix(6)
        guard let checksum = Self.number(digits), block[Self.checksumField].dropFirst(6).elementsEqual([0, 0x20])
        else { throw .notAnArchive }
        guard checksum == Self.checksum(of: block[...]) else { throw .wrongChecksum }
        // With a space GNU tar wrote it; what is read here has the same place in both.
        guard block[257..<262].elementsEqual(Self.magic.prefix(5)) else { throw .notAnArchive }
        guard block[156] == UInt8(ascii: "0") || block[156] == 0 else { throw .notAFile }
        guard let byteCount = Self.number(block[124..<136]), let modified = Self.number(block[136..<148]) else {
            throw .notAnArchive
        }
        let name = block[..<Self.mostNameBytes].prefix { $0 != 0 }
        guard block[345] == 0, !name.isEmpty, name.allSatisfy({ (0x21...0x7e).contains($0) }) else {
            throw .unknownName
        }
        self.name = String(decoding: name, as: UTF8.self)
        (self.byteCount, self.modified) = (byteCount, modified)
    }

    private static let magic = Array("ustar\u{0}00".utf8)
    private static let checksumField = 148..<156

    /// The sum of all bytes, those of the sum itself taken as blanks.
    private static func checksum(of block: ArraySlice<UInt8>) -> Int {
        block.indices.reduce(0) { $0 + Int(checksumField.contains($1) ? 0x20 : block[$1]) }
    }

    private static func octal(_ number: Int, digits: Int) -> [UInt8] {
        let text = String(number, radix: 8)
        return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8)
    }

    /// Octal digits, ended by nothing but zeros and blanks.
    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
        let digits = field.prefix { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
        guard (1...11).contains(digits.count),
            field.dropFirst(digits.count).allSatisfy({ $0 == 0 || $0 == UInt8(ascii: " ") })
        else { return nil }
        return digits.reduce(0) { $0 * 8 + Int($1 - UInt8(ascii: "0")) }
    }
}
