import Foundation
import JSONText
import Testing

/// A grammar of bytes is tested with every byte.
@Suite("JSON parser, every byte")
struct JSONParserByteTests {
    private static let space: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20]
    private static let digits = Set("0123456789".utf8)
    private static let openings = Set("{[\"-tfn".utf8)
    private static let hexadecimal = Array("0123456789abcdef".utf8)

    @Test(arguments: UInt8.min...UInt8.max)
    func asTheWholeText(byte: UInt8) {
        let expected: Outcome =
            if Self.space.contains(byte) {
                .fault(JSONSyntaxFault(.emptyText, at: 1))
            } else if Self.digits.contains(byte) {
                .value(.integer(Int(byte) - 0x30))
            } else if Self.openings.contains(byte) {
                .fault(JSONSyntaxFault(.unexpectedEnd, at: 1))
            } else {
                .fault(JSONSyntaxFault(.unexpectedByte(byte), at: 0))
            }
        #expect(Outcome(parsing: [byte]) == expected)
    }

    @Test(arguments: UInt8.min...UInt8.max)
    func insideAString(byte: UInt8) {
        let text: [UInt8] = [0x22, 0x78, byte, 0x79, 0x22]
        let expected: Outcome =
            switch byte {
            case 0x00..<0x20: .fault(JSONSyntaxFault(.controlCharacterInString, at: 2))
            case 0x22: .fault(JSONSyntaxFault(.textAfterValue, at: 3))
            case 0x5C: .fault(JSONSyntaxFault(.unknownEscape, at: 2))
            case 0x80...: .fault(JSONSyntaxFault(.notUTF8, at: 0))
            default: .value(.string(.init("x\(Character(Unicode.Scalar(byte)))y")))
            }
        #expect(Outcome(parsing: text) == expected)
    }

    @Test(arguments: UInt8.min...UInt8.max)
    func afterAValue(byte: UInt8) {
        let expected: Outcome =
            Self.space.contains(byte) ? .value([]) : .fault(JSONSyntaxFault(.textAfterValue, at: 2))
        #expect(Outcome(parsing: [0x5B, 0x5D, byte]) == expected)
    }

    @Test(arguments: UInt8.min...UInt8.max)
    func afterABackslash(byte: UInt8) {
        let meanings: [UInt8: String] = [
            0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
        ]
        let expected: Outcome =
            if let meaning = meanings[byte] {
                .value(.string(.init(meaning + "z")))
            } else {
                .fault(JSONSyntaxFault(.unknownEscape, at: 1))
            }
        #expect(Outcome(parsing: [0x22, 0x5C, byte, 0x7A, 0x22]) == expected)
    }

    @Test(arguments: UInt8.min...UInt8.max)
    func asAHexadecimalDigit(byte: UInt8) {
        let lower = (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte) ? byte | 0x20 : byte
        let expected: Outcome =
            if let digit = Self.hexadecimal.firstIndex(of: lower), let scalar = Unicode.Scalar(0x40 + UInt32(digit)) {
                .value(.string(.init(String(Character(scalar)))))
            } else {
                .fault(JSONSyntaxFault(.unknownEscape, at: 1))
            }
        #expect(Outcome(parsing: Array(#""\u004"#.utf8) + [byte, 0x22]) == expected)
    }

    @Test(arguments: UInt8.min...UInt8.max)
    func betweenTwoNumbers(byte: UInt8) {
        let expected: Outcome =
            switch byte {
            case UInt8(ascii: ","): .value([1, 2])
            case UInt8(ascii: "."): .value([1.2])
            case UInt8(ascii: "e"), UInt8(ascii: "E"): .value([100.0])
            case UInt8(ascii: "]"): .fault(JSONSyntaxFault(.textAfterValue, at: 3))
            case _ where Self.digits.contains(byte): .value([.integer(102 + 10 * (Int(byte) - 0x30))])
            case _ where Self.space.contains(byte): .fault(JSONSyntaxFault(.unexpectedByte(0x32), at: 3))
            default: .fault(JSONSyntaxFault(.unexpectedByte(byte), at: 2))
            }
        #expect(Outcome(parsing: [0x5B, 0x31, byte, 0x32, 0x5D]) == expected)
    }
}
