/// What `If-Match` or `If-None-Match` asks for, RFC 9110 §13.1.
package enum EntityTagCondition: Hashable, Sendable {
    /// `*`
    case any
    case tags([EntityTag])

    /// `nil` when `field` is not in the grammar, and for an empty list.
    package init?(_ field: String) {
        let text = field.utf8.trimmed
        if text.elementsEqual("*".utf8) {
            self = .any
            return
        }
        guard let tags = Self.list(ArraySlice(text)), !tags.isEmpty else { return nil }
        self = .tags(tags)
    }

    /// Whether `If-Match` holds for a representation with `tag`; `nil`: there is none.
    package func matchesStrongly(_ tag: EntityTag?) -> Bool {
        switch (self, tag) {
        case (_, nil): false
        case (.any, _?): true
        case (.tags(let tags), let tag?): tags.contains { $0.matchesStrongly(tag) }
        }
    }

    /// Whether a tag of `If-None-Match` is that of the representation; then its condition is false.
    package func matchesWeakly(_ tag: EntityTag?) -> Bool {
        switch (self, tag) {
        case (_, nil): false
        case (.any, _?): true
        case (.tags(let tags), let tag?): tags.contains { $0.matchesWeakly(tag) }
        }
    }

    /// `#entity-tag`; a comma may stand inside the quotes, and empty elements are passed over (RFC 9110 §5.6.1).
    private static func list(_ field: ArraySlice<UInt8>) -> [EntityTag]? {
        var tags: [EntityTag] = []
        var rest = field
        while true {
            rest = rest.drop { $0.isBlank || $0 == UInt8(ascii: ",") }
            guard !rest.isEmpty else { return tags }
            let isWeak = rest.starts(with: "W/".utf8)
            if isWeak { rest = rest.dropFirst(2) }
            guard rest.popFirst() == UInt8(ascii: "\"") else { return nil }
            let opaque = rest.prefix(while: EntityTag.isInside)
            rest = rest.dropFirst(opaque.count)
            guard rest.popFirst() == UInt8(ascii: "\"") else { return nil }
            guard let tag = EntityTag(opaque: String(decoding: opaque, as: UTF8.self), isWeak: isWeak) else {
                return nil
            }
            tags.append(tag)
            rest = rest.drop(while: \.isBlank)
            guard rest.isEmpty || rest.first == UInt8(ascii: ",") else { return nil }
        }
    }
}
