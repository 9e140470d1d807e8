// Where a field is read on the way of every request: a span costs no reference and no copy, a slice of a string's
// bytes some ten times as much.
extension Span<UInt8> {
    /// The place of the first `byte` from `start` on; the end when there is none.
    func place(of byte: UInt8, from start: Int = 0) -> Int {
        var place = start
        while place < count, self[place] != byte { place += 1 }
        return place
    }

    /// Where the bytes lie without the spaces and tabs at both ends (`OWS`, RFC 9110 §5.6.3).
    var trimmedPlaces: Range<Int> {
        var (start, end) = (0, count)
        while start < end, self[start].isBlank { start += 1 }
        while start < end, self[end - 1].isBlank { end -= 1 }
        return start..<end
    }

    /// Compares with ASCII letters in either case.
    func equalsIgnoringCase(_ text: String) -> Bool { equalsIgnoringCase(text.utf8.span) }

    /// Compares with ASCII letters in either case.
    func equalsIgnoringCase(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        var place = 0
        while place < count, self[place].lowercased == other[place].lowercased { place += 1 }
        return place == count
    }

    /// The decimal number these digits make, `Int.max` for any larger; `nil` for none and for other bytes.
    var number: Int? {
        guard !isEmpty else { return nil }
        var number = 0
        for place in indices {
            guard self[place].isDigit else { return nil }
            let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = tens.addingReportingOverflow(Int(self[place] & 0x0F))
            // Int.max stays Int.max: ten times it overflows again.
            number = isTooLarge || overflow ? .max : sum
        }
        return number
    }
}

extension String {
    /// The text of UTF-8 bytes; what is none is replaced.
    init(_ bytes: Span<UInt8>) {
        self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
