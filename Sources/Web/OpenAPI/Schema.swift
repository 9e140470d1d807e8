import Domain
import Foundation

/// The shape of a JSON value, as the OpenAPI document tells it (JSON Schema 2020-12, the dialect of OpenAPI 3.1).
indirect enum Schema: Sendable {
    case string(format: String? = nil, allowed: [String]? = nil, pattern: String? = nil, example: String? = nil)
    case integer(minimum: Int? = nil, maximum: Int? = nil, example: Int? = nil)
    case number
    case boolean
    /// Text of a form that is told in words.
    case text(_ description: String, example: String)
    /// Whatever JSON allows.
    case anything
    case array(Schema, atMost: Int? = nil)
    case object([Property])
    /// An object whose names are free, or are codes.
    case map(Schema, names: [String]? = nil)
    case orNull(Schema)
    case named(Named)

    /// One member of an object.
    struct Property: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool
        let description: String?

        init(_ name: String, _ schema: Schema, required: Bool = true, _ description: String? = nil) {
            (self.name, self.schema, self.isRequired, self.description) = (name, schema, required, description)
        }

        /// A member that is always there and may be `null`.
        static func optional(_ name: String, _ schema: Schema, _ description: String? = nil) -> Property {
            Property(name, .orNull(schema), description)
        }
    }

    /// A schema that stands once in the document and is referred to by name.
    struct Named: Sendable {
        let name: String
        let schema: Schema
        let example: JSONTree?

        init(_ name: String, _ schema: Schema, example: JSONTree? = nil) {
            (self.name, self.schema, self.example) = (name, schema, example)
        }
    }

    /// One of the codes of `kind`.
    static func code<Kind: Code>(_ kind: Kind.Type) -> Schema { .string(allowed: kind.allCases.map(\.rawValue)) }

    static let date = Schema.string(format: "date", example: "2026-11-20")
    static let moment = Schema.string(format: "date-time", example: "2026-11-20T08:00:00Z")
    static let text = Schema.string()
}

extension Schema {
    /// The schema as JSON; named ones as references.
    var tree: JSONTree {
        switch self {
        case .string(let format, let allowed, let pattern, let example):
            var members: [String: JSONTree] = ["type": "string"]
            if let format { members["format"] = .string(format) }
            if let allowed { members["enum"] = .array(allowed.map(JSONTree.string)) }
            if let pattern { members["pattern"] = .string(pattern) }
            if let example { members["examples"] = [.string(example)] }
            return .object(members)
        case .text(let description, let example):
            return ["type": "string", "description": .string(description), "examples": [.string(example)]]
        case .integer(let minimum, let maximum, let example):
            var members: [String: JSONTree] = ["type": "integer"]
            if let minimum { members["minimum"] = .integer(minimum) }
            if let maximum { members["maximum"] = .integer(maximum) }
            if let example { members["examples"] = [.integer(example)] }
            return .object(members)
        case .number: return ["type": "number"]
        case .anything: return [:]
        case .boolean: return ["type": "boolean"]
        case .array(let element, let most):
            var members: [String: JSONTree] = ["type": "array", "items": element.tree]
            if let most { members["maxItems"] = .integer(most) }
            return .object(members)
        case .object(let properties): return Self.tree(of: properties)
        case .map(let value, let names):
            var members: [String: JSONTree] = ["type": "object", "additionalProperties": value.tree]
            if let names { members["propertyNames"] = ["enum": .array(names.map(JSONTree.string))] }
            return .object(members)
        case .orNull(let schema): return ["anyOf": [schema.tree, ["type": "null"]]]
        case .named(let named): return ["$ref": .string("#/components/schemas/\(named.name)")]
        }
    }

    private static func tree(of properties: [Property]) -> JSONTree {
        var members: [String: JSONTree] = [:]
        for property in properties {
            var tree = property.schema.tree
            if let description = property.description, case .object(var described) = tree {
                described["description"] = .string(description)
                tree = .object(described)
            }
            members[property.name] = tree
        }
        let required = properties.filter(\.isRequired).map { JSONTree.string($0.name) }
        return [
            "type": "object", "properties": .object(members), "required": .array(required),
            "additionalProperties": false,
        ]
    }

    /// Every named schema in this one, itself included, by name.
    func collect(into found: inout [String: Named]) {
        switch self {
        case .string, .text, .integer, .number, .boolean, .anything: break
        case .array(let element, _): element.collect(into: &found)
        case .map(let value, _): value.collect(into: &found)
        case .orNull(let schema): schema.collect(into: &found)
        case .object(let properties): for property in properties { property.schema.collect(into: &found) }
        case .named(let named):
            guard found[named.name] == nil else { return }
            found[named.name] = named
            named.schema.collect(into: &found)
        }
    }
}
