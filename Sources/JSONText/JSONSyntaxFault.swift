import Foundation

/// What is wrong with a text that is not JSON, and at which byte.
package struct JSONSyntaxFault: Error, Hashable, Sendable {
    package let kind: Kind
    /// Bytes before the place; a byte order mark counts.
    package let offset: Int

    package enum Kind: Hashable, Sendable {
        case emptyText
        case unexpectedByte(UInt8)
        case unexpectedEnd
        case notUTF8
        case controlCharacterInString
        case unknownEscape
        case loneSurrogate
        case malformedNumber
        case numberOutOfRange
        case textAfterValue
        case nestedTooDeeply(limit: Int)
        case duplicateName(String)
    }

    package init(_ kind: Kind, at offset: Int) {
        (self.kind, self.offset) = (kind, offset)
    }
}

/// A place in a text as an editor counts it: both from 1, columns in characters (Unicode scalars).
package struct TextPosition: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(of offset: Int, in text: [UInt8]) {
        var (line, column) = (1, 1)
        let start = text.starts(with: JSONParser.byteOrderMark) ? JSONParser.byteOrderMark.count : 0
        for byte in text[min(start, text.count)..<max(min(offset, text.count), min(start, text.count))] {
            if byte == UInt8(ascii: "\n") {
                (line, column) = (line + 1, 1)
            } else if byte & 0b1100_0000 != 0b1000_0000 {
                column += 1
            }
        }
        (self.line, self.column) = (line, column)
    }
}
