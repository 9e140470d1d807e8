import Foundation

/// A name as JSON tells names apart: by code units (RFC 8259 §8.3). To Swift's own `==`, `é` and an `e` with an
/// accent are the same.
struct ExactName: Hashable {
    private let text: String

    init(_ text: String) { self.text = text }

    static func == (left: Self, right: Self) -> Bool { left.text.isWritten(as: right.text) }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension String {
    /// Whether the two have the same code units. `==` is the quick way out for most that have not.
    func isWritten(as other: String) -> Bool {
        utf8.count == other.utf8.count && self == other
            && (other.utf8Span.isKnownASCII || utf8.elementsEqual(other.utf8))
    }
}
