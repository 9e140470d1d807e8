import Foundation

/// A JSON text as it was read (RFC 8259), with the place of every value in it.
package struct JSONNode: Sendable {
    package let value: Value
    /// The offset of the value's first byte in the text.
    package let offset: Int

    package enum Value: Sendable {
        case null
        case boolean(Bool)
        /// A number without fraction and exponent that fits in `Int`.
        case integer(Int)
        /// Any other number that is finite as a `Double`.
        case number(Double)
        case string(String)
        case array([JSONNode])
        case object([Member])
    }

    /// One member of an object; members stand in the order of the text, and no name twice.
    package struct Member: Sendable {
        package let name: String
        /// The offset of the name's opening quote.
        package let offset: Int
        package let node: JSONNode
    }

    /// The text, where this is a string.
    package var string: String? {
        if case .string(let string) = value { string } else { nil }
    }

    package var type: JSONType {
        switch value {
        case .null: .null
        case .boolean: .boolean
        case .integer: .integer
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}

/// The types a JSON value may have; `integer` is a number that is whole as written.
package enum JSONType: String, Hashable, Sendable {
    case null, boolean, integer, number, string, array, object
}
