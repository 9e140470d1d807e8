import Foundation
import Hashing

/// A record as one line of the journal, with the hash that is both its checksum and its link in the chain.
///
/// The line is the body, a JSON object with its keys in order, whose last
/// brace gives way to the hash field:
///
///     {"actor":{…},"batch":7,"capacities":[…],"kind":…,"previous":"<64>","sequence":7,"time":…,"hash":"<64>"}
///
/// `hash` is the SHA-256 of exactly the bytes of the body: the line without
/// `,"hash":"<64>"`. The body holds `previous`, the hash of the line before,
/// so that a line vouches for all before it. Anyone can check a line:
///
///     sed 's/,"hash":"[0-9a-f]*"}$/}/' | tr -d '\n' | sha256sum
enum RecordLine {
    /// The most bytes of one line without its end. Far more than a record needs: a bound for readers.
    static let mostBytes = 65_536

    /// The line of `record` with its line end, and its hash.
    ///
    /// - Throws: ``LedgerError/recordTooLong(bytes:most:)``, and ``LedgerError/system(call:code:)`` with `EINVAL` for
    ///   what ``decode(_:)`` would refuse: one such line, and the journal could not be read any more.
    static func encode(_ record: Record) throws(LedgerError) -> (bytes: [UInt8], hash: SHA256Digest) {
        guard record.isPossible else { throw .system(call: "encode", code: EINVAL) }
        var (bytes, hash) = sealed(RecordWriter(record).bytes)
        guard bytes.count <= mostBytes else { throw .recordTooLong(bytes: bytes.count, most: mostBytes) }
        bytes.append(lineEnd)
        return (bytes, hash)
    }

    /// A JSON object with its hash as the last field, and the hash.
    static func sealed(_ body: consuming [UInt8]) -> (bytes: [UInt8], hash: SHA256Digest) {
        let hash = SHA256.digest(of: body)
        var bytes = body
        bytes.reserveCapacity(bytes.count + suffixCount)
        bytes.removeLast()
        bytes.append(contentsOf: hashKey)
        bytes.append(contentsOf: hash.hexBytes)
        bytes.append(contentsOf: hashEnd)
        return (bytes, hash)
    }

    /// Reads a line without its end.
    ///
    /// The hash is looked at before anything else, so that a fault found after it is none of a torn write.
    static func decode(_ line: ArraySlice<UInt8>) throws(RecordFault) -> (record: Record, hash: SHA256Digest) {
        let (body, hash) = try checked(line)
        return (try RecordScanner.record(in: body), hash)
    }

    /// The body of a line, once its hash was found to be right.
    static func checked(
        _ line: ArraySlice<UInt8>
    ) throws(RecordFault) -> (body: ArraySlice<UInt8>, hash: SHA256Digest) {
        guard line.count > suffixCount else { throw line.contains(0) ? .zeroBytes : .notARecord }
        let suffix = line.suffix(suffixCount)
        guard suffix.starts(with: hashKey), suffix.suffix(hashEnd.count).elementsEqual(hashEnd),
            let hash = SHA256Digest(hexBytes: suffix.dropFirst(hashKey.count).dropLast(hashEnd.count))
        else { throw line.contains(0) ? .zeroBytes : .notARecord }

        var body = Array(line.dropLast(suffixCount))
        body.append(UInt8(ascii: "}"))
        guard SHA256.digest(of: body) == hash else { throw line.contains(0) ? .zeroBytes : .wrongHash }
        return (body[...], hash)
    }

    /// Whether a record begins where another one has ended, with one altered byte where the line end was.
    ///
    /// `"}`, any byte but a comma, `{"` stands nowhere inside a record: every quote of a text is escaped.
    static func holdsTwoRecords(_ line: ArraySlice<UInt8>) -> Bool {
        let (quote, open, close) = (UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"))
        guard line.count >= 5 else { return false }
        return line.indices.dropLast(4).contains { index in
            line[index] == quote && line[index + 1] == close && line[index + 2] != UInt8(ascii: ",")
                && line[index + 3] == open && line[index + 4] == quote
        }
    }

    static let lineEnd = UInt8(ascii: "\n")
    private static let hashKey = Array(#","hash":""#.utf8)
    private static let hashEnd = Array(#""}"#.utf8)
    private static let suffixCount = hashKey.count + 2 * SHA256Digest.byteCount + hashEnd.count
}
