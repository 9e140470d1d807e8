import Foundation
import JSONText

/// A JSON value without its places, to compare with. Strings are equal when their scalars are: Swift's own `==`
/// takes `é` and `e` with an accent for the same, which JSON does not (RFC 8259 §8.3).
enum PlainValue: Equatable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(Scalars)
    case array([PlainValue])
    case object([Member])

    struct Member: Equatable, Sendable {
        let name: Scalars
        let value: PlainValue
    }

    struct Scalars: Hashable, Sendable, Comparable {
        let values: [UInt32]

        init(_ text: String) { values = text.unicodeScalars.map(\.value) }

        static func < (left: Self, right: Self) -> Bool { left.values.lexicographicallyPrecedes(right.values) }
    }

    init(_ node: JSONNode) {
        switch node.value {
        case .null: self = .null
        case .boolean(let boolean): self = .boolean(boolean)
        case .integer(let integer): self = .integer(integer)
        case .number(let number): self = .number(number)
        case .string(let text): self = .string(Scalars(text))
        case .array(let nodes): self = .array(nodes.map(PlainValue.init))
        case .object(let members):
            self = .object(members.map { Member(name: Scalars($0.name), value: PlainValue($0.node)) })
        }
    }

    /// The same value with members in the order of their names, and numbers without the difference between
    /// `1` and `1.0`, which JSON does not make.
    var normal: PlainValue {
        switch self {
        case .null, .boolean, .number, .string: self
        case .integer(let integer): .number(Double(integer))
        case .array(let elements): .array(elements.map(\.normal))
        case .object(let members):
            .object(
                members.map { Member(name: $0.name, value: $0.value.normal) }.sorted { $0.name < $1.name })
        }
    }
}

extension PlainValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    init(stringLiteral text: String) { self = .string(Scalars(text)) }
    init(integerLiteral integer: Int) { self = .integer(integer) }
    init(floatLiteral number: Double) { self = .number(number) }
    init(booleanLiteral boolean: Bool) { self = .boolean(boolean) }
    init(arrayLiteral elements: PlainValue...) { self = .array(elements) }
    init(nilLiteral: ()) { self = .null }

    init(dictionaryLiteral members: (String, PlainValue)...) {
        self = .object(members.map { Member(name: Scalars($0), value: $1) })
    }
}

/// The same value as Foundation reads it.
extension PlainValue: Decodable {
    init(from decoder: any Decoder) throws {
        if let names = try? decoder.container(keyedBy: Name.self) {
            self = .object(
                try names.allKeys.map {
                    Member(name: Scalars($0.stringValue), value: try names.decode(PlainValue.self, forKey: $0))
                })
            return
        }
        if var list = try? decoder.unkeyedContainer() {
            var elements: [PlainValue] = []
            while !list.isAtEnd { elements.append(try list.decode(PlainValue.self)) }
            self = .array(elements)
            return
        }
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let boolean = try? value.decode(Bool.self) {
            self = .boolean(boolean)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else {
            self = .string(Scalars(try value.decode(String.self)))
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
