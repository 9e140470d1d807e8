import Foundation
import HTTP
import Testing

@testable import JSONText

extension Response {
    var text: String { String(decoding: body, as: UTF8.self) }

    /// The body, read as JSON.
    var json: JSONNode {
        get throws { try JSONParser.parse(body) }
    }

    /// `pointer code` or `?parameter code` of each error, in order.
    var faults: [String] {
        get throws {
            try json["errors"].elements.map { error in
                let place = error["pointer"].string ?? error["parameter"].string.map { "?\($0)" } ?? ""
                return "\(place) \(error["code"].string ?? "")"
            }
        }
    }
}

extension JSONNode {
    static let absent = JSONNode(value: .null, offset: 0)

    subscript(_ name: String) -> JSONNode { members.first { $0.name == name }?.node ?? .absent }

    subscript(_ index: Int) -> JSONNode { elements.indices.contains(index) ? elements[index] : .absent }

    func has(_ name: String) -> Bool { members.contains { $0.name == name } }

    var members: [Member] { if case .object(let members) = value { members } else { [] } }

    var elements: [JSONNode] { if case .array(let elements) = value { elements } else { [] } }

    var names: [String] { members.map(\.name) }

    var string: String? { if case .string(let string) = value { string } else { nil } }

    var integer: Int? { if case .integer(let integer) = value { integer } else { nil } }

    var boolean: Bool? { if case .boolean(let boolean) = value { boolean } else { nil } }

    /// The value as compact text, members in their order, for comparing.
    var plain: String {
        switch value {
        case .null: "null"
        case .boolean(let value): String(value)
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .string(let value): "\"\(value)\""
        case .array(let values): "[" + values.map(\.plain).joined(separator: ",") + "]"
        case .object(let members): "{" + members.map { "\"\($0.name)\":\($0.node.plain)" }.joined(separator: ",") + "}"
        }
    }

    /// The same without members of these names, at any depth.
    func plain(without left: Set<String>) -> String {
        switch value {
        case .array(let values): "[" + values.map { $0.plain(without: left) }.joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.filter { !left.contains($0.name) }.map { "\"\($0.name)\":\($0.node.plain(without: left))" }
                .joined(separator: ",") + "}"
        case .null, .boolean, .integer, .number, .string: plain
        }
    }
}
