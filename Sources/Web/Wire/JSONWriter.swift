import Foundation

/// Writes JSON straight into memory: for the few answers that are long or asked for all the time. Everything else is
/// encoded by Foundation, and what is written here is tested to be the same bytes.
///
/// It keeps no account of the structure: commas and brackets are the caller's. It stands in this room because the
/// compiler makes one piece of it and of what calls it; from another module it took twice as long.
struct JSONWriter: ~Copyable {
    private var memory: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    /// - Parameter capacity: how many bytes are expected; more is no fault.
    init(capacity: Int) {
        self.capacity = max(64, capacity)
        memory = .allocate(capacity: self.capacity)
    }

    deinit { memory.deallocate() }

    /// What was written.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: memory, count: count)) }

    /// Structure and names, as they stand.
    mutating func raw(_ text: StaticString) { copy(text.utf8Start, text.utf8CodeUnitCount) }

    /// A piece of JSON that was written before.
    mutating func piece(_ bytes: [UInt8]) { piece(bytes, bytes.indices) }

    mutating func piece(_ bytes: [UInt8], _ range: Range<Int>) {
        bytes.withUnsafeBufferPointer { all in
            guard let start = all.baseAddress, range.upperBound <= all.count else { return }
            copy(start + range.lowerBound, range.count)
        }
    }

    mutating func byte(_ byte: UInt8) {
        reserve(1)
        memory[count] = byte
        count += 1
    }

    mutating func string(_ text: String?) {
        if let text { string(text) } else { raw("null") }
    }

    mutating func number(_ value: Int?) {
        if let value { number(value) } else { raw("null") }
    }

    mutating func bool(_ value: Bool?) {
        switch value {
        case true?: raw("true")
        case false?: raw("false")
        case nil: raw("null")
        }
    }

    /// `[…]` with a comma between any two.
    mutating func array<Elements: Sequence>(
        _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
    ) {
        byte(UInt8(ascii: "["))
        var isFirst = true
        for element in elements {
            if !isFirst { byte(UInt8(ascii: ",")) }
            isFirst = false
            write(&self, element)
        }
        byte(UInt8(ascii: "]"))
    }

    mutating func strings(_ texts: [String]) { array(texts) { $0.string($1) } }

    mutating func number(_ value: Int) {
        if value >= 0, value < 10 { return byte(UInt8(ascii: "0") + UInt8(value)) }
        var text = String(value)
        text.withUTF8 { digits in
            guard let start = digits.baseAddress else { return }
            copy(start, digits.count)
        }
    }
}

// MARK: Memory

extension JSONWriter {
    mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(more) }
    }

    mutating func copy(_ start: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        (memory + count).update(from: start, count: length)
        count += length
    }

    mutating func grow(_ more: Int) {
        capacity = max(2 * capacity, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: memory, count: count)
        memory.deallocate()
        memory = larger
    }
}

// MARK: Strings

extension JSONWriter {
    /// A string with its quotation marks (RFC 8259 §7); everything beyond ASCII stays as it is.
    mutating func string(_ text: String) {
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { utf8 in quoted(utf8) }
        if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { quoted($0) } }
    }

    /// Eight bytes at a time, as long as none of them must be escaped: most strings have none.
    private mutating func quoted(_ text: UnsafeBufferPointer<UInt8>) {
        reserve(text.count + 2)
        memory[count] = UInt8(ascii: "\"")
        count += 1
        var index = 0
        if let start = text.baseAddress {
            while index + 8 <= text.count {
                let eight = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
                if Self.mustEscapeOne(of: eight) { break }
                UnsafeMutableRawPointer(memory + count).storeBytes(of: eight, as: UInt64.self)
                (index, count) = (index + 8, count + 8)
            }
        }
        while index < text.count {
            escaped(text[index])
            index += 1
        }
        byte(UInt8(ascii: "\""))
    }

    /// Whether one of eight bytes is below a blank, a quotation mark or a backslash.
    private static func mustEscapeOne(of eight: UInt64) -> Bool {
        let (ones, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let control = (eight &- 0x20 &* ones) & ~eight
        let (quotes, slashes) = (eight ^ 0x22 &* ones, eight ^ 0x5C &* ones)
        let marks = (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
        return (control | marks) & high != 0
    }

    private mutating func escaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): raw("\\\"")
        case UInt8(ascii: "\\"): raw("\\\\")
        case 0x08: raw("\\b")
        case 0x09: raw("\\t")
        case 0x0A: raw("\\n")
        case 0x0C: raw("\\f")
        case 0x0D: raw("\\r")
        case 0..<0x20:
            raw("\\u00")
            self.byte(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
            let digit = byte & 15
            self.byte(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        default: self.byte(byte)
        }
    }
}
