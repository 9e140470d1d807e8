import Foundation

/// A place in a JSON document (RFC 6901), such as `/organizations/0/name`; the empty pointer is the whole.
///
/// Kept as a step from its parent and written out only when asked: readers make one for every value, and almost
/// none is ever shown.
package indirect enum JSONPointer: Hashable, Sendable, CustomStringConvertible {
    case whole
    case member(JSONPointer, String)
    case element(JSONPointer, Int)

    package func appending(_ name: String) -> JSONPointer { .member(self, name) }

    package func appending(_ index: Int) -> JSONPointer { .element(self, index) }

    /// The text, with `~` and `/` in names escaped as `~0` and `~1`.
    package var description: String {
        switch self {
        case .whole: ""
        case .member(let parent, let name):
            parent.description + "/" + Self.escaped(name)
        case .element(let parent, let index): parent.description + "/" + String(index)
        }
    }

    /// Byte by byte: a `/` with an accent on it is one character to Swift, and still a `/` to a pointer.
    private static func escaped(_ name: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(name.utf8.count)
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "~"): bytes += [byte, UInt8(ascii: "0")]
            case UInt8(ascii: "/"): bytes += [UInt8(ascii: "~"), UInt8(ascii: "1")]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
