import Foundation

/// One value of a document, with its place and where to leave faults. Reading never throws: it gives `nil`
/// and leaves a fault, so that the reader goes on and finds the rest.
package struct JSONReader {
    package let node: JSONNode
    package let pointer: JSONPointer
    package let faults: InputFaults

    package init(_ node: JSONNode, at pointer: JSONPointer = .whole, faults: InputFaults) {
        (self.node, self.pointer, self.faults) = (node, pointer, faults)
    }

    package func fault(_ kind: InputFault.Kind) {
        faults.add(kind, at: pointer, offset: node.offset)
    }

    package var isNull: Bool {
        if case .null = node.value { true } else { false }
    }

    /// A string of 1 to `limit` bytes that is not only white space.
    package func text(limit: Int = 2_000) -> String? {
        guard case .string(let text) = node.value else { return refuse(.string) }
        guard text.utf8.count <= limit else { return refuse(as: .tooLong(limit: limit)) }
        guard Self.isMoreThanSpace(text) else { return refuse(as: .malformed(.text, text)) }
        return text
    }

    private static func isMoreThanSpace(_ text: String) -> Bool {
        // Nearly every text begins with a letter, and asking Unicode about it takes long.
        if let first = text.utf8.first, (0x21...0x7E).contains(first) { return true }
        return text.contains { !$0.isWhitespace }
    }

    package func boolean() -> Bool? {
        guard case .boolean(let boolean) = node.value else { return refuse(.boolean) }
        return boolean
    }

    package func integer(in allowed: ClosedRange<Int>) -> Int? {
        guard case .integer(let integer) = node.value else { return refuse(.integer) }
        guard allowed.contains(integer) else { return refuse(as: .outOfRange(integer, allowed: allowed)) }
        return integer
    }

    package func number() -> Double? {
        switch node.value {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        default: refuse(.number)
        }
    }

    /// A fraction outside `allowed` is told as the next whole number away from it.
    package func number(in allowed: ClosedRange<Int>) -> Double? {
        guard let number = number() else { return nil }
        let bounds = Double(allowed.lowerBound)...Double(allowed.upperBound)
        if bounds.contains(number) { return number }
        let isBelow = number < bounds.lowerBound
        let whole = Int(exactly: number.rounded(isBelow ? .down : .up)) ?? (isBelow ? .min : .max)
        return refuse(as: .outOfRange(whole, allowed: allowed))
    }

    /// One of the codes of `Kind`.
    package func code<Kind: RawRepresentable<String> & CaseIterable>(_ kind: Kind.Type) -> Kind? {
        guard case .string(let code) = node.value else { return refuse(.string) }
        guard let value = Kind(rawValue: code) else {
            return refuse(as: .unknownCode(code, allowed: faults.codes(of: kind)))
        }
        return value
    }

    /// A string that `parse` understands.
    package func parsed<Value>(_ format: InputFault.Format, _ parse: (String) -> Value?) -> Value? {
        guard case .string(let text) = node.value else { return refuse(.string) }
        guard let value = parse(text) else { return refuse(as: .malformed(format, text)) }
        return value
    }

    /// Every element that `read` accepts; `nil` when this is no array.
    package func elements<Value>(_ read: (JSONReader) -> Value?) -> [Value]? {
        guard case .array(let nodes) = node.value else { return refuse(.array) }
        var values: [Value] = []
        values.reserveCapacity(nodes.count)
        for (index, node) in nodes.enumerated() {
            if let value = read(JSONReader(node, at: pointer.appending(index), faults: faults)) { values.append(value) }
        }
        return values
    }

    /// The members of an object with no other names than `names`; `nil` when this is no object.
    /// - Parameter unknown: What to say of a name that is not among them.
    package func object(
        _ names: Set<String>, unknown: (String) -> InputFault.Kind = InputFault.Kind.unknownName
    ) -> JSONObjectReader? {
        guard let object = openObject() else { return nil }
        for name in object.names {
            // A set finds what is canonically the same; a name is known only as it is written.
            let isKnown = names.firstIndex(of: name).map { names[$0].isWritten(as: name) } ?? false
            if !isKnown { object.fault(unknown(name), at: name) }
        }
        return object
    }

    /// The members of an object whose names are for the caller to check.
    package func openObject() -> JSONObjectReader? {
        guard case .object(let members) = node.value else { return refuse(.object) }
        return JSONObjectReader(self, members: members)
    }

    private func refuse<Value>(_ expected: JSONType) -> Value? {
        refuse(as: .wrongType(expected: expected))
    }

    private func refuse<Value>(as kind: InputFault.Kind) -> Value? {
        fault(kind)
        return nil
    }
}
