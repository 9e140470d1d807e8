import Foundation

/// Goes through the bytes of a JSON text in the one form in which ``RecordWriter`` writes it.
struct LineScanner {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    /// More than any journal counts to, and far from where sums of such numbers end.
    static let mostNumber = 1_000_000_000_000_000

    init(_ bytes: ArraySlice<UInt8>) { (self.bytes, index) = (bytes, bytes.startIndex) }

    var isAtEnd: Bool { index == bytes.endIndex }

    /// Goes over `literal` if it stands here.
    mutating func skip(_ literal: StaticString) -> Bool {
        let count = literal.utf8CodeUnitCount
        guard bytes.endIndex - index >= count else { return false }
        let isHere = literal.withUTF8Buffer { wanted in
            for offset in 0..<count where bytes[index + offset] != wanted[offset] { return false }
            return true
        }
        if isHere { index += count }
        return isHere
    }

    mutating func require(_ literal: StaticString) throws(RecordFault) {
        guard skip(literal) else { throw .invalid(field: "record") }
    }

    /// Goes over the key of a field that may be missing, and the comma before it, which only the first has not.
    mutating func key(_ name: StaticString) -> Bool {
        let before = index
        let isFirst = index > bytes.startIndex && bytes[index - 1] == UInt8(ascii: "{")
        if isFirst || skip(","), skip("\""), skip(name), skip("\":") { return true }
        index = before
        return false
    }

    mutating func requireKey(_ name: StaticString) throws(RecordFault) {
        guard key(name) else { throw .invalid(field: name.description) }
    }

    /// The bytes of a text that has no escapes.
    mutating func plain(_ field: StaticString) throws(RecordFault) -> ArraySlice<UInt8> {
        guard skip("\""), let end = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) else {
            throw .invalid(field: field.description)
        }
        defer { index = end + 1 }
        return bytes[index..<end]
    }

    /// Any text, escaped as ``RecordWriter`` does it.
    mutating func text(_ field: StaticString) throws(RecordFault) -> String {
        guard skip("\"") else { throw .invalid(field: field.description) }
        let start = index
        var unescaped: [UInt8]?
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\\") {
                var before = unescaped ?? Array(bytes[start..<index])
                before.append(try escaped(field))
                unescaped = before
            } else {
                guard byte >= 0x20 else { throw .invalid(field: field.description) }
                unescaped?.append(byte)
                index += 1
            }
        }
        let found = unescaped.map { $0[...] } ?? bytes[start..<index]
        guard skip("\""), let text = String(validating: found, as: UTF8.self) else {
            throw .invalid(field: field.description)
        }
        return text
    }

    /// The byte that an escape stands for.
    private mutating func escaped(_ field: StaticString) throws(RecordFault) -> UInt8 {
        if skip("\\\"") { return UInt8(ascii: "\"") }
        if skip("\\\\") { return UInt8(ascii: "\\") }
        guard skip("\\u00"), let high = bytes[index...].first, let low = bytes[index...].dropFirst().first,
            let digits = String(validating: [high, low], as: UTF8.self), digits == digits.lowercased(),
            let byte = UInt8(digits, radix: 16), byte < 0x20, high == UInt8(ascii: "0") || high == UInt8(ascii: "1")
        else { throw .invalid(field: field.description) }
        index += 2
        return byte
    }

    /// A whole number, not negative and at most ``mostNumber``.
    mutating func number(_ field: StaticString) throws(RecordFault) -> Int {
        var (number, isOver) = (0, false)
        let start = index
        while index < bytes.endIndex, (0x30...0x39).contains(bytes[index]) {
            let (tens, isTooMany) = number.multipliedReportingOverflow(by: 10)
            let (sum, isTooMuch) = tens.addingReportingOverflow(Int(bytes[index] - 0x30))
            (number, isOver) = (sum, isOver || isTooMany || isTooMuch)
            index += 1
        }
        let hasZeros = index > start + 1 && bytes[start] == UInt8(ascii: "0")
        guard index > start, !isOver, !hasZeros, number <= Self.mostNumber else {
            throw .invalid(field: field.description)
        }
        return number
    }

    mutating func truth(_ field: StaticString) throws(RecordFault) -> Bool {
        if skip("true") { return true }
        guard skip("false") else { throw .invalid(field: field.description) }
        return false
    }

    /// A text that `read` makes a value of.
    mutating func value<Value>(
        _ field: StaticString, _ read: (ArraySlice<UInt8>) -> Value?
    ) throws(RecordFault) -> Value {
        guard let value = read(try plain(field)) else { throw .invalid(field: field.description) }
        return value
    }

    /// A text that is the raw value of a code or an id.
    mutating func raw<Value: RawRepresentable<String>>(
        _ field: StaticString, _ type: Value.Type
    ) throws(RecordFault) -> Value {
        try value(field) { Value(rawValue: String(decoding: $0, as: UTF8.self)) }
    }
}
