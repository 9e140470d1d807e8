import Foundation
import TestTools

/// A seeded random JSON text and the value it stands for.
struct RandomDocument {
    private(set) var text = ""
    let value: PlainValue

    init(using random: inout SeededGenerator) {
        var writer = Writer()
        value = writer.value(depth: 0, using: &random)
        text = writer.text
    }

    private struct Writer {
        var text = ""

        mutating func value(depth: Int, using random: inout SeededGenerator) -> PlainValue {
            space(using: &random)
            defer { space(using: &random) }
            switch Int.random(in: 0..<(depth < 6 ? 10 : 6), using: &random) {
            case 0: return write("null", nil)
            case 1: return Bool.random(using: &random) ? write("true", true) : write("false", false)
            case 2:
                let integer = Int.random(in: .min ... .max, using: &random) >> Int.random(in: 0..<63, using: &random)
                return write(String(integer), .integer(integer))
            case 3:
                let number =
                    Double.random(in: -1...1, using: &random)
                    * pow(10, Double(Int.random(in: -200...200, using: &random)))
                return write(exponential(number), .number(number))
            case 4, 5: return .string(.init(string(using: &random)))
            case 6, 7: return array(depth: depth, using: &random)
            default: return object(depth: depth, using: &random)
            }
        }

        private mutating func write(_ written: String, _ value: PlainValue) -> PlainValue {
            text += written
            return value
        }

        /// With a point or an exponent, so that it is no whole number.
        private func exponential(_ number: Double) -> String {
            let written = "\(number)"
            return written.contains { ".e".contains($0) } ? written : written + ".0"
        }

        private mutating func array(depth: Int, using random: inout SeededGenerator) -> PlainValue {
            text += "["
            space(using: &random)
            var elements: [PlainValue] = []
            for index in 0..<Int.random(in: 0..<5, using: &random) {
                if index > 0 { text += "," }
                elements.append(value(depth: depth + 1, using: &random))
            }
            text += "]"
            return .array(elements)
        }

        private mutating func object(depth: Int, using random: inout SeededGenerator) -> PlainValue {
            text += "{"
            space(using: &random)
            var members: [PlainValue.Member] = []
            for index in 0..<Int.random(in: 0..<5, using: &random) {
                if index > 0 { text += "," }
                space(using: &random)
                let name = string(endingIn: String(index), using: &random)
                space(using: &random)
                text += ":"
                members.append(.init(name: .init(name), value: value(depth: depth + 1, using: &random)))
            }
            text += "}"
            return .object(members)
        }

        private mutating func string(endingIn end: String = "", using random: inout SeededGenerator) -> String {
            let scalars = Array("az09 /\\\"'é€😀\u{0}\u{8}\n\r\t\u{C}\u{1F}\u{7F}\u{301}\u{FFFF}".unicodeScalars)
            var string = String.UnicodeScalarView()
            text += "\""
            for scalar in (0..<Int.random(in: 0..<6, using: &random)).map({ _ in scalars.randomElement(using: &random) }
            ) {
                guard let scalar else { continue }
                string.append(scalar)
                text += written(scalar, using: &random)
            }
            string.append(contentsOf: end.unicodeScalars)
            text += end + "\""
            return String(string)
        }

        /// The scalar itself where that is allowed, or one of its escapes.
        private func written(_ scalar: Unicode.Scalar, using random: inout SeededGenerator) -> String {
            let short: [Unicode.Scalar: String] = [
                "\"": "\\\"", "\\": "\\\\", "/": "\\/", "\u{8}": "\\b", "\u{C}": "\\f", "\n": "\\n", "\r": "\\r",
                "\t": "\\t",
            ]
            let mayStand = scalar.value >= 0x20 && scalar != "\"" && scalar != "\\"
            if mayStand, Int.random(in: 0..<3, using: &random) > 0 { return String(Character(scalar)) }
            if let escape = short[scalar], Bool.random(using: &random) { return escape }
            let upper = Bool.random(using: &random)
            return UTF16.encode(scalar).map { units in
                units.map { "\\u" + String(format: upper ? "%04X" : "%04x", Int($0)) }.joined()
            } ?? ""
        }

        private mutating func space(using random: inout SeededGenerator) {
            guard Int.random(in: 0..<4, using: &random) == 0 else { return }
            text += [" ", "\n", "\r\n", "\t", "  "].randomElement(using: &random) ?? ""
        }
    }
}
