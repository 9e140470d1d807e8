import Foundation
import JSONText

/// A JSON document that can be changed at a place and written again. Members keep their order.
enum JSONTree: Equatable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONTree])
    case object([Member])

    struct Member: Equatable, Sendable {
        let name: String
        var value: JSONTree
    }

    init(parsing text: String) throws { self.init(try JSONParser.parse(Array(text.utf8))) }

    init(_ node: JSONNode) {
        switch node.value {
        case .null: self = .null
        case .boolean(let boolean): self = .boolean(boolean)
        case .integer(let integer): self = .integer(integer)
        case .number(let number): self = .number(number)
        case .string(let text): self = .string(text)
        case .array(let nodes): self = .array(nodes.map(JSONTree.init))
        case .object(let members): self = .object(members.map { Member(name: $0.name, value: JSONTree($0.node)) })
        }
    }

    var text: String {
        switch self {
        case .null: "null"
        case .boolean(let boolean): "\(boolean)"
        case .integer(let integer): "\(integer)"
        case .number(let number): "\(number)"
        case .string(let string): Self.quoted(string)
        case .array(let elements): "[" + elements.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0.name) + ":" + $0.value.text }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ string: String) -> String {
        let escaped = string.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\" + String(scalar)
            case _ where scalar.value < 0x20: String(format: "\\u%04x", Int(scalar.value))
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    /// The value at `pointer`, or `nil` where there is none. Setting `nil` removes; a member or element that is not
    /// there yet is put at the end.
    subscript(pointer: String) -> JSONTree? {
        get { value(at: Self.steps(pointer)[...]) }
        set { change(at: Self.steps(pointer)[...], to: newValue) }
    }

    private static func steps(_ pointer: String) -> [String] {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
    }

    private func value(at steps: ArraySlice<String>) -> JSONTree? {
        guard let step = steps.first else { return self }
        switch self {
        case .object(let members):
            return members.first { $0.name == step }?.value.value(at: steps.dropFirst())
        case .array(let elements):
            guard let index = Int(step), elements.indices.contains(index) else { return nil }
            return elements[index].value(at: steps.dropFirst())
        case .null, .boolean, .integer, .number, .string: return nil
        }
    }

    private mutating func change(at steps: ArraySlice<String>, to new: JSONTree?) {
        guard let step = steps.first else {
            self = new ?? .null
            return
        }
        var child = value(at: [step])
        if steps.count == 1 { child = new } else { child?.change(at: steps.dropFirst(), to: new) }
        switch self {
        case .object(var members):
            let index = members.firstIndex { $0.name == step }
            switch (index, child) {
            case (let index?, let child?): members[index].value = child
            case (let index?, nil): members.remove(at: index)
            case (nil, let child?): members.append(Member(name: step, value: child))
            case (nil, nil): break
            }
            self = .object(members)
        case .array(var elements):
            guard let index = Int(step), index <= elements.count else { return }
            switch (index < elements.count, child) {
            case (true, let child?): elements[index] = child
            case (true, nil): elements.remove(at: index)
            case (false, let child?): elements.append(child)
            case (false, nil): break
            }
            self = .array(elements)
        case .null, .boolean, .integer, .number, .string: break
        }
    }

    /// Every place in the document with its value, from the whole down.
    var places: [(pointer: String, value: JSONTree)] {
        switch self {
        case .null, .boolean, .integer, .number, .string: [("", self)]
        case .array(let elements):
            [("", self)]
                + elements.enumerated().flatMap { index, element in
                    element.places.map { ("/\(index)" + $0.pointer, $0.value) }
                }
        case .object(let members):
            [("", self)]
                + members.flatMap { member in
                    member.value.places.map { ("/" + member.name + $0.pointer, $0.value) }
                }
        }
    }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByFloatLiteral
{
    init(stringLiteral text: String) { self = .string(text) }
    init(integerLiteral integer: Int) { self = .integer(integer) }
    init(floatLiteral number: Double) { self = .number(number) }
    init(booleanLiteral boolean: Bool) { self = .boolean(boolean) }
    init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
    init(dictionaryLiteral members: (String, JSONTree)...) {
        self = .object(members.map { Member(name: $0, value: $1) })
    }
}
