import Foundation

/// The members of one object. `null` counts as absent, but for ``stated(_:)``.
package struct JSONObjectReader {
    private let whole: JSONReader
    private let members: [JSONNode.Member]
    /// Only for objects with many members: in small ones looking along them is quicker than hashing.
    private let index: [ExactName: Int]?

    private static let mostToScan = 48

    init(_ whole: JSONReader, members: [JSONNode.Member]) {
        (self.whole, self.members) = (whole, members)
        guard members.count > Self.mostToScan else {
            index = nil
            return
        }
        let pairs = members.indices.map { (ExactName(members[$0].name), $0) }
        index = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// In the order of the text.
    package var names: [String] { members.map(\.name) }

    package var pointer: JSONPointer { whole.pointer }

    /// The member's reader, or `nil` where it is absent or `null`.
    package subscript(_ name: String) -> JSONReader? {
        stated(name).flatMap { $0.isNull ? nil : $0 }
    }

    /// The member's reader, also where it is `null`.
    package func stated(_ name: String) -> JSONReader? {
        node(name).map { JSONReader($0, at: whole.pointer.appending(name), faults: whole.faults) }
    }

    private func node(_ name: String) -> JSONNode? {
        if let index { return index[ExactName(name)].map { members[$0].node } }
        return members.first { $0.name.isWritten(as: name) }?.node
    }

    /// The member's reader; leaves a fault where it is absent or `null`.
    package func required(_ name: String) -> JSONReader? {
        if let reader = self[name] { return reader }
        whole.faults.add(.missing, at: whole.pointer.appending(name), offset: whole.node.offset)
        return nil
    }

    /// Leaves a fault at the member, or at the object where the member is absent.
    package func fault(_ kind: InputFault.Kind, at name: String) {
        let offset = node(name)?.offset ?? whole.node.offset
        whole.faults.add(kind, at: whole.pointer.appending(name), offset: offset)
    }

    package func text(_ name: String, limit: Int = 2_000) -> String? { self[name]?.text(limit: limit) }

    package func boolean(_ name: String) -> Bool? { self[name]?.boolean() }

    package func integer(_ name: String, in allowed: ClosedRange<Int>) -> Int? { self[name]?.integer(in: allowed) }

    package func code<Kind: RawRepresentable<String> & CaseIterable>(_ name: String, _ kind: Kind.Type) -> Kind? {
        self[name]?.code(kind)
    }

    /// The codes of a list; `nil` where it is absent.
    package func codes<Kind: RawRepresentable<String> & CaseIterable>(_ name: String, _ kind: Kind.Type) -> [Kind]? {
        self[name]?.elements { $0.code(kind) }
    }

    /// The texts of a list; empty where it is absent.
    package func texts(_ name: String) -> [String] { self[name]?.elements { $0.text() } ?? [] }

    package func elements<Value>(_ name: String, _ read: (JSONReader) -> Value?) -> [Value] {
        self[name]?.elements(read) ?? []
    }

    /// A value for each name that is one of the codes of `Key`; leaves a fault at any other name.
    package func byCode<Key: RawRepresentable<String> & CaseIterable & Hashable, Value>(
        _ key: Key.Type, _ read: (JSONReader) -> Value?
    ) -> [Key: Value] {
        var values: [Key: Value] = [:]
        for name in names {
            guard let code = Key(rawValue: name) else {
                fault(.unknownCode(name, allowed: whole.faults.codes(of: key)), at: name)
                continue
            }
            values[code] = stated(name).flatMap(read)
        }
        return values
    }
}
