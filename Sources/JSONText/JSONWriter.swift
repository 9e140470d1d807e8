import Foundation

/// Writes JSON straight into bytes: for the few answers that are long or asked for all the time. Everything else is
/// encoded by Foundation, and what is written here is tested to be the same bytes.
///
/// It keeps no account of the structure: commas and brackets are the caller's.
package struct JSONWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    /// - Parameter capacity: how many bytes are expected.
    package init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Structure and names, as they stand.
    @inline(__always)
    package mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// A string with its quotation marks (RFC 8259 §7); everything beyond ASCII stays as it is.
    package mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { append($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func string(_ text: String?) {
        if let text { string(text) } else { raw("null") }
    }

    package mutating func number(_ value: Int) {
        guard value >= 0, value < 100 else {
            var text = String(value)
            text.withUTF8 { bytes.append(contentsOf: $0) }
            return
        }
        if value >= 10 { bytes.append(UInt8(ascii: "0") + UInt8(value / 10)) }
        bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
    }

    package mutating func number(_ value: Int?) {
        if let value { number(value) } else { raw("null") }
    }

    package mutating func bool(_ value: Bool) {
        if value { raw("true") } else { raw("false") }
    }

    package mutating func bool(_ value: Bool?) {
        if let value { bool(value) } else { raw("null") }
    }

    /// `[…]` with a comma between any two.
    @inline(__always)
    package mutating func array<Elements: Collection>(
        _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        var isFirst = true
        for element in elements {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            write(&self, element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    package mutating func strings(_ texts: [String]) { array(texts) { $0.string($1) } }
}

extension JSONWriter {
    /// Most texts have nothing to escape, and are copied as one piece.
    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices where Self.mustBeEscaped(text[index]) {
            bytes.append(contentsOf: text[start..<index])
            escape(text[index])
            start = index + 1
        }
        bytes.append(contentsOf: start == 0 ? text : UnsafeBufferPointer(rebasing: text[start...]))
    }

    @inline(__always)
    private static func mustBeEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0..<0x20:
            raw("u00")
            bytes.append(byte >> 4 == 0 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
            bytes.append(Array("0123456789abcdef".utf8)[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }
}
