import Foundation

/// The stable id of a service over all provinces: lower-case words joined by hyphens.
package struct ServiceID: Identifier {
    package let rawValue: String

    package init?(rawValue: String) {
        guard Self.isWellFormed(rawValue) else { return nil }
        self.rawValue = rawValue
    }
}

/// The stable id of an organisation over all provinces: lower-case words joined by hyphens.
package struct OrganizationID: Identifier {
    package let rawValue: String

    package init?(rawValue: String) {
        guard Self.isWellFormed(rawValue) else { return nil }
        self.rawValue = rawValue
    }
}

/// An id that people choose and that stands in addresses: `a-z`, `0-9` and single hyphens
/// between them, at most 100 bytes.
package protocol Identifier: RawRepresentable<String>, Hashable, Sendable, Comparable {}

extension Identifier {
    /// Byte order: the last ranking key (contract section 4). Ids are ASCII, for which the order of strings is
    /// the order of bytes, and much faster.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    static func isWellFormed(_ text: String) -> Bool {
        guard (1...100).contains(text.utf8.count) else { return false }
        var previousIsHyphen = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): previousIsHyphen = false
            case UInt8(ascii: "-") where !previousIsHyphen: previousIsHyphen = true
            default: return false
            }
        }
        return !previousIsHyphen
    }
}
