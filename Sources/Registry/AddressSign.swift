import Foundation
import JSONText

/// Finds what gives an address away in a free text: a Dutch postcode, or a pair of coordinates.
/// Streets cannot be told from other words, so people must still read what they save.
enum AddressSign {
    /// Leaves a fault at every text in `reader`'s value with such a sign, wherever it stands.
    /// - Parameter exempt: A member that is not looked at.
    static func refuse(in reader: JSONReader, exceptAt exempt: String? = nil) {
        switch reader.node.value {
        case .string(let text):
            if isPresent(in: text) { reader.fault(.rule(RegistryRule.addressInText)) }
        case .array(let nodes):
            for (index, node) in nodes.enumerated() {
                let element = JSONReader(node, at: reader.pointer.appending(index), faults: reader.faults)
                refuse(in: element, exceptAt: exempt)
            }
        case .object(let members):
            for member in members where member.name != exempt {
                let value = JSONReader(
                    member.node, at: reader.pointer.appending(member.name), faults: reader.faults)
                refuse(in: value, exceptAt: exempt)
            }
        case .null, .boolean, .integer, .number: break
        }
    }

    static func isPresent(in text: String) -> Bool {
        // Most texts have no digit, and looking for one is quick.
        guard text.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return false }
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.contains { index in
            guard isDigit(scalars[index]), index == 0 || !isWord(scalars[index - 1]) else { return false }
            return isPostcode(scalars[index...]) || isCoordinatePair(scalars[index...])
        }
    }

    /// `1234 AB` with any spaces, also those that do not break, or none; `1234ab` only without.
    private static func isPostcode(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let digits = text.prefix(while: isDigit)
        guard digits.count == 4, digits.first != "0" else { return false }
        let spaces = text.dropFirst(4).prefix(while: isSpace)
        let rest = text.dropFirst(4 + spaces.count)
        guard rest.prefix(2).count(where: spaces.isEmpty ? isLetter : isCapital) == 2 else { return false }
        return !(rest.dropFirst(2).first.map(isWord) ?? false)
    }

    /// `52.512, 6.093`: two numbers with three decimals or more.
    private static func isCoordinatePair(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let rest = afterPreciseNumber(text) else { return false }
        let separator = rest.prefix { $0 == "," || $0 == ";" || isSpace($0) }
        return !separator.isEmpty && afterPreciseNumber(rest.dropFirst(separator.count)) != nil
    }

    private static func afterPreciseNumber(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
        let whole = text.prefix(while: isDigit)
        guard (1...2).contains(whole.count) else { return nil }
        let rest = text.dropFirst(whole.count)
        guard rest.first == "." else { return nil }
        let decimals = rest.dropFirst().prefix(while: isDigit)
        return decimals.count >= 3 ? rest.dropFirst(1 + decimals.count) : nil
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { isCapital(scalar) || ("a"..."z").contains(scalar) }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || (!scalar.isASCII && scalar.properties.generalCategory == .spaceSeparator)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || isLetter(scalar) || (!scalar.isASCII && scalar.properties.isAlphabetic)
    }
}
