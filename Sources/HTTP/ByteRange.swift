/// One member of `Range: bytes=…`, RFC 9110 §14.1.2. A number too large for `Int` stands as `Int.max`.
package enum ByteRange: Hashable, Sendable {
    /// `first-last`, both included, or `first-`, to the end. Invariant: `first` is not after `last`.
    case from(_ first: Int, through: Int?)
    /// `-length`: that many bytes from the end.
    case last(_ length: Int)

    /// `nil` when `bytes` is not in the grammar, or ends before it begins.
    init?(_ bytes: Span<UInt8>) {
        let dash = bytes.place(of: UInt8(ascii: "-"))
        guard dash < bytes.count else { return nil }
        let first = bytes.extracting(..<dash).number
        let last = bytes.extracting((dash + 1)...).number
        switch (first, last) {
        case (let first?, let last?) where first <= last: self = .from(first, through: last)
        case (let first?, nil) where dash == bytes.count - 1: self = .from(first, through: nil)
        case (nil, let length?) where dash == 0: self = .last(length)
        default: return nil
        }
    }

    /// The bytes meant in a representation of `count` bytes; `nil` when there is none, RFC 9110 §14.1.2.
    func positions(in count: Int) -> Range<Int>? {
        switch self {
        case .from(let first, let last):
            guard first < count else { return nil }
            return first..<(min(last ?? .max, count - 1) + 1)
        case .last(let length):
            guard length > 0, count > 0 else { return nil }
            return (count - min(length, count))..<count
        }
    }
}
