import Foundation

/// Finds what gives an address away in a free text: a Dutch postcode, or a pair of coordinates.
/// Streets cannot be told from other words, so people must still read what they save.
enum AddressSign {
    static func isPresent(in text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.indices.contains { index in
            let startsWord = index == 0 || !isWordByte(bytes[index - 1])
            return startsWord && (isPostcode(bytes[index...]) || isCoordinatePair(bytes[index...]))
        }
    }

    /// `1234 AB`, with or without the space.
    private static func isPostcode(_ text: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(text.prefix(8))
        guard bytes.count >= 6, bytes[0] != UInt8(ascii: "0"), bytes[0..<4].allSatisfy(isDigit) else { return false }
        let letters = bytes[4] == UInt8(ascii: " ") ? 5 : 4
        guard bytes.count >= letters + 2, bytes[letters..<letters + 2].allSatisfy(isCapital) else { return false }
        return bytes.count == letters + 2 || !isWordByte(bytes[letters + 2])
    }

    /// `52.512, 6.093`: two numbers with three decimals or more.
    private static func isCoordinatePair(_ text: ArraySlice<UInt8>) -> Bool {
        guard let rest = afterPreciseNumber(text) else { return false }
        let separator = rest.prefix { [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: " ")].contains($0) }
        return !separator.isEmpty && afterPreciseNumber(rest.dropFirst(separator.count)) != nil
    }

    private static func afterPreciseNumber(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let whole = text.prefix(while: isDigit)
        guard (1...2).contains(whole.count) else { return nil }
        let rest = text.dropFirst(whole.count)
        guard rest.first == UInt8(ascii: ".") else { return nil }
        let decimals = rest.dropFirst().prefix(while: isDigit)
        return decimals.count >= 3 ? rest.dropFirst(1 + decimals.count) : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || isCapital(byte & ~0x20) || byte >= 0x80
    }
}
