import Foundation

/// Reads JSON (RFC 8259) and keeps the place of every value.
///
/// Foundation's decoders take a name given twice without a word and give no place for a value that does not
/// suit, and both are needed to tell an editor where to look. Strict: one value, UTF-8, no trailing comma, no
/// comment, no name twice, no lone surrogate, no number that loses its value.
package struct JSONParser {
    /// How deep arrays and objects may nest (contract section 9).
    package static let depthLimit = 32
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let text: [UInt8]
    private var position: Int

    /// The one value of `text`; a byte order mark before it is skipped.
    package static func parse(_ text: [UInt8]) throws(JSONSyntaxFault) -> JSONNode {
        var parser = JSONParser(text)
        parser.skipSpace()
        guard parser.position < text.count else { throw JSONSyntaxFault(.emptyText, at: parser.position) }
        let node = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.position == text.count else { throw JSONSyntaxFault(.textAfterValue, at: parser.position) }
        return node
    }

    private init(_ text: [UInt8]) {
        self.text = text
        position = text.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    }

    // MARK: Values

    private mutating func value(depth: Int) throws(JSONSyntaxFault) -> JSONNode {
        let start = position
        let value: JSONNode.Value
        switch try peek() {
        case UInt8(ascii: "{"): value = try .object(members(depth: depth + 1))
        case UInt8(ascii: "["): value = try .array(elements(depth: depth + 1))
        case UInt8(ascii: "\""): value = try .string(string())
        case UInt8(ascii: "t"): value = try literal("true", .boolean(true))
        case UInt8(ascii: "f"): value = try literal("false", .boolean(false))
        case UInt8(ascii: "n"): value = try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = try number()
        case let byte: throw JSONSyntaxFault(.unexpectedByte(byte), at: position)
        }
        return JSONNode(value: value, offset: start)
    }

    private mutating func members(depth: Int) throws(JSONSyntaxFault) -> [JSONNode.Member] {
        try open(depth: depth)
        var members: [JSONNode.Member] = []
        var names = NameSet()
        if try closes(with: UInt8(ascii: "}")) { return members }
        repeat {
            skipSpace()
            let start = position
            guard try peek() == UInt8(ascii: "\"") else {
                throw JSONSyntaxFault(.unexpectedByte(try peek()), at: position)
            }
            let name = try string()
            guard names.insert(name) else { throw JSONSyntaxFault(.duplicateName(name), at: start) }
            skipSpace()
            try expect(UInt8(ascii: ":"))
            skipSpace()
            members.append(JSONNode.Member(name: name, offset: start, node: try value(depth: depth)))
        } while try continues(until: UInt8(ascii: "}"))
        return members
    }

    private mutating func elements(depth: Int) throws(JSONSyntaxFault) -> [JSONNode] {
        try open(depth: depth)
        var elements: [JSONNode] = []
        if try closes(with: UInt8(ascii: "]")) { return elements }
        repeat {
            skipSpace()
            elements.append(try value(depth: depth))
        } while try continues(until: UInt8(ascii: "]"))
        return elements
    }

    private mutating func open(depth: Int) throws(JSONSyntaxFault) {
        guard depth <= Self.depthLimit else {
            throw JSONSyntaxFault(.nestedTooDeeply(limit: Self.depthLimit), at: position)
        }
        position += 1
    }

    private mutating func closes(with end: UInt8) throws(JSONSyntaxFault) -> Bool {
        skipSpace()
        guard try peek() == end else { return false }
        position += 1
        return true
    }

    /// Takes a comma, and says that there is more, or the end.
    private mutating func continues(until end: UInt8) throws(JSONSyntaxFault) -> Bool {
        skipSpace()
        let byte = try peek()
        guard byte == UInt8(ascii: ",") || byte == end else {
            throw JSONSyntaxFault(.unexpectedByte(byte), at: position)
        }
        position += 1
        return byte != end
    }

    private mutating func literal(
        _ word: StaticString, _ value: JSONNode.Value
    ) throws(JSONSyntaxFault) -> JSONNode.Value {
        for byte in Array(word.description.utf8) { try expect(byte) }
        return value
    }

    // MARK: Numbers

    private mutating func number() throws(JSONSyntaxFault) -> JSONNode.Value {
        let start = position
        if try peek() == UInt8(ascii: "-") { position += 1 }
        let leading = position
        try digits()
        if text[leading] == UInt8(ascii: "0"), position - leading > 1 {
            throw JSONSyntaxFault(.malformedNumber, at: start)
        }
        var isWhole = true
        var significandEnd = position
        if current == UInt8(ascii: ".") {
            isWhole = false
            position += 1
            try digits()
            significandEnd = position
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            isWhole = false
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        let written = String(decoding: text[start..<position], as: UTF8.self)
        if isWhole {
            guard let integer = Int(written) else { throw JSONSyntaxFault(.numberOutOfRange, at: start) }
            return .integer(integer)
        }
        guard let number = Double(written), number.isFinite, number != 0 || isZero(start..<significandEnd) else {
            throw JSONSyntaxFault(.numberOutOfRange, at: start)
        }
        return .number(number)
    }

    /// Whether a significand is zero as written, and not only too small to be kept.
    private func isZero(_ significand: Range<Int>) -> Bool {
        !text[significand].contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    }

    private mutating func digits() throws(JSONSyntaxFault) {
        let start = position
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else {
            throw JSONSyntaxFault(current == nil ? .unexpectedEnd : .malformedNumber, at: position)
        }
    }

    // MARK: Strings

    private mutating func string() throws(JSONSyntaxFault) -> String {
        let start = position
        position += 1
        var bytes: [UInt8] = []
        var runStart = position
        while true {
            let byte = try peek()
            if byte == UInt8(ascii: "\"") { break }
            guard byte >= 0x20 else { throw JSONSyntaxFault(.controlCharacterInString, at: position) }
            guard byte == UInt8(ascii: "\\") else {
                position += 1
                continue
            }
            bytes += text[runStart..<position]
            bytes += try Array(String(escape()).utf8)
            runStart = position
        }
        let run = runStart..<position
        position += 1
        let valid: String?
        if bytes.isEmpty {
            valid = Self.string(text.span.extracting(run))
        } else {
            bytes += text[run]
            valid = Self.string(bytes.span)
        }
        guard let valid else { throw JSONSyntaxFault(.notUTF8, at: start) }
        return valid
    }

    /// The text that `bytes` are in UTF-8; `nil` where they are not. The generic initialisers of `String` look up
    /// types at run time, which for short texts takes longer than the rest.
    private static func string(_ bytes: Span<UInt8>) -> String? {
        do {
            return String(copying: try UTF8Span(validating: bytes))
        } catch {
            return nil
        }
    }

    private mutating func escape() throws(JSONSyntaxFault) -> Unicode.Scalar {
        let start = position
        position += 1
        let byte = try peek()
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(from: start)
        default: throw JSONSyntaxFault(.unknownEscape, at: start)
        }
    }

    /// The scalar behind `\u`; two escapes where they are a surrogate pair.
    private mutating func unicodeEscape(from start: Int) throws(JSONSyntaxFault) -> Unicode.Scalar {
        let first = try hexadecimalUnit(from: start)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(UInt16(first)), current == UInt8(ascii: "\\") else {
            throw JSONSyntaxFault(.loneSurrogate, at: start)
        }
        position += 1
        guard current == UInt8(ascii: "u") else { throw JSONSyntaxFault(.loneSurrogate, at: start) }
        position += 1
        let second = try hexadecimalUnit(from: start)
        guard UTF16.isTrailSurrogate(UInt16(second)),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw JSONSyntaxFault(.loneSurrogate, at: start) }
        return scalar
    }

    /// Four hexadecimal digits, so at most 0xFFFF.
    private mutating func hexadecimalUnit(from start: Int) throws(JSONSyntaxFault) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            let byte = try peek()
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: throw JSONSyntaxFault(.unknownEscape, at: start)
            }
            unit = unit << 4 | UInt32(digit)
            position += 1
        }
        return unit
    }

    // MARK: Bytes

    private var current: UInt8? { position < text.count ? text[position] : nil }

    private func peek() throws(JSONSyntaxFault) -> UInt8 {
        guard let byte = current else { throw JSONSyntaxFault(.unexpectedEnd, at: position) }
        return byte
    }

    private mutating func expect(_ byte: UInt8) throws(JSONSyntaxFault) {
        let found = try peek()
        guard found == byte else { throw JSONSyntaxFault(.unexpectedByte(found), at: position) }
        position += 1
    }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }
}
