/// Header fields in the order they came or were put in, RFC 9110 §5.3.
///
/// Values pass through ``FieldValue``: none can hold CR, LF or NUL.
package struct Fields: Sendable {
    package struct Field: Hashable, Sendable {
        package let name: FieldName
        package let value: String
    }

    private var list: [Field] = []

    package init() {}

    package init(_ pairs: KeyValuePairs<FieldName, String>) {
        list.reserveCapacity(pairs.count)
        for (name, value) in pairs { add(name, value) }
    }

    /// The value; several are joined by ", " (RFC 9110 §5.3); `nil` when absent. Setting replaces all, `nil` removes.
    package subscript(name: FieldName) -> String? {
        get {
            guard let first = list.firstIndex(where: { $0.name == name }) else { return nil }
            let later = list[first...].dropFirst().filter { $0.name == name }
            return later.isEmpty ? list[first].value : ([list[first]] + later).map(\.value).joined(separator: ", ")
        }
        set {
            if let newValue { set(name, newValue) } else { remove(name) }
        }
    }

    /// Every value of `name` apart, in order.
    package func values(_ name: FieldName) -> [String] {
        list.filter { $0.name == name }.map(\.value)
    }

    package func contains(_ name: FieldName) -> Bool { list.contains { $0.name == name } }

    /// Replaces every field of that name by one, at the place of the first.
    package mutating func set(_ name: FieldName, _ value: String) {
        let field = Field(name: name, value: FieldValue(value).text)
        guard let first = list.firstIndex(where: { $0.name == name }) else { return list.append(field) }
        list[first] = field
        let after = list.index(after: first)
        list.replaceSubrange(after..., with: list[after...].filter { $0.name != name })
    }

    package mutating func add(_ name: FieldName, _ value: String) {
        list.append(Field(name: name, value: FieldValue(value).text))
    }

    package mutating func remove(_ name: FieldName) { list.removeAll { $0.name == name } }

    package mutating func reserveCapacity(_ count: Int) { list.reserveCapacity(count) }

    /// Takes a field the scanner has already checked.
    mutating func add(scanned name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
        list.append(Field(name: FieldName(scanned: name), value: FieldValue(scanned: value).text))
    }
}

extension Fields: RandomAccessCollection {
    package var startIndex: Int { list.startIndex }
    package var endIndex: Int { list.endIndex }
    package subscript(position: Int) -> Field { list[position] }
}

extension Fields: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral pairs: (FieldName, String)...) {
        for (name, value) in pairs { add(name, value) }
    }
}
