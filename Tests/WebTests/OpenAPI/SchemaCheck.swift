import Domain
import JSONText

/// Compares a value with a schema, for the part of JSON Schema 2020-12 that the document uses; anything else in a
/// schema is a fault too.
struct SchemaCheck {
    let document: JSONNode

    private static let known: Set<String> = [
        "type", "properties", "required", "additionalProperties", "propertyNames", "enum", "items", "anyOf", "$ref",
        "format", "pattern", "minimum", "maximum", "maxItems", "maxProperties", "default", "description", "examples",
    ]

    /// What is wrong, one line for each fault, with its place.
    func faults(_ value: JSONNode, against schema: JSONNode, at place: String = "") -> [String] {
        var faults = schema.names.filter { !Self.known.contains($0) }.map { "\(place): \($0) in a schema" }
        if let reference = schema["$ref"].string {
            guard let target = resolve(reference) else { return faults + ["\(place): nothing at \(reference)"] }
            faults += self.faults(value, against: target, at: place)
        }
        if schema.has("anyOf") {
            let ways = schema["anyOf"].elements.map { self.faults(value, against: $0, at: place) }
            if !ways.contains(where: \.isEmpty) { faults += ways.min { $0.count < $1.count } ?? [] }
        }
        if let type = schema["type"].string, !Self.has(type, value) {
            return faults + ["\(place): \(value.type) instead of \(type)"]
        }
        if schema.has("enum"), !schema["enum"].elements.contains(where: { $0.plain == value.plain }) {
            faults.append("\(place): \(value.plain) is not in the enum")
        }
        return faults + bounds(value, schema, place) + members(value, schema, place)
            + value.elements.enumerated().flatMap { index, element in
                schema.has("items") ? self.faults(element, against: schema["items"], at: "\(place)/\(index)") : []
            }
    }

    /// The part of the document that a reference names.
    func resolve(_ reference: String) -> JSONNode? {
        guard reference.hasPrefix("#/") else { return nil }
        var node = document
        for name in reference.dropFirst(2).split(separator: "/") {
            guard node.has(String(name)) else { return nil }
            node = node[String(name)]
        }
        return node
    }

    private static func has(_ type: String, _ value: JSONNode) -> Bool {
        type == value.type.rawValue || (type == "number" && value.type == .integer)
    }

    private func bounds(_ value: JSONNode, _ schema: JSONNode, _ place: String) -> [String] {
        var faults: [String] = []
        if let number = value.integer {
            if let minimum = schema["minimum"].integer, number < minimum { faults.append("\(place): below \(minimum)") }
            if let maximum = schema["maximum"].integer, number > maximum { faults.append("\(place): above \(maximum)") }
        }
        if let most = schema["maxItems"].integer, value.elements.count > most { faults.append("\(place): too many") }
        if let most = schema["maxProperties"].integer, value.names.count > most { faults.append("\(place): too many") }
        guard let text = value.string else { return faults }
        if let pattern = schema["pattern"].string, (try? Regex(pattern).wholeMatch(in: text)) == nil {
            faults.append("\(place): does not match \(pattern)")
        }
        let format = schema["format"].string
        let isFormed =
            switch format {
            case "date": CalendarDate(text: text) != nil
            case "date-time": text.hasSuffix("Z") && CalendarDate(text: String(text.prefix(10))) != nil
            default: true
            }
        if !isFormed { faults.append("\(place): \(text) is no \(format ?? "")") }
        return faults
    }

    private func members(_ value: JSONNode, _ schema: JSONNode, _ place: String) -> [String] {
        guard value.type == .object else { return [] }
        let absent = schema["required"].elements.compactMap(\.string).filter { !value.has($0) }
        var faults = absent.map { "\(place): \($0) is missing" }
        for member in value.members {
            let inner = "\(place)/\(member.name)"
            if schema["properties"].has(member.name) {
                faults += self.faults(member.node, against: schema["properties"][member.name], at: inner)
            } else if schema["additionalProperties"].boolean == false {
                faults.append("\(inner): not in the schema")
            } else if schema["additionalProperties"].type == .object {
                faults += self.faults(member.node, against: schema["additionalProperties"], at: inner)
            }
            let names = schema["propertyNames"]["enum"].elements.compactMap(\.string)
            if schema.has("propertyNames"), !names.contains(member.name) { faults.append("\(inner): name") }
        }
        return faults
    }
}
