/// A regular grammar, read by its derivatives (Brzozowski 1964): slow, short and obvious.
///
/// The derivative by a byte is what may still follow that byte; so the first byte that cannot stand is the one whose
/// derivative is ``nothing``, wherever the text is cut.
indirect enum Rule: Hashable, Sendable {
    /// No text at all, not even the empty one.
    case nothing
    case empty
    case byte(ByteSet)
    case sequence(Rule, Rule)
    case choice(Set<Rule>)
    case many(Rule)

    /// Whether the empty text is in the grammar.
    var acceptsEmpty: Bool {
        switch self {
        case .nothing, .byte: false
        case .empty, .many: true
        case .sequence(let first, let second): first.acceptsEmpty && second.acceptsEmpty
        case .choice(let rules): rules.contains(where: \.acceptsEmpty)
        }
    }

    /// Every set of bytes in the rule.
    var sets: Set<ByteSet> {
        switch self {
        case .nothing, .empty: []
        case .byte(let set): [set]
        case .many(let rule): rule.sets
        case .sequence(let first, let second): first.sets.union(second.sets)
        case .choice(let rules): rules.reduce(into: []) { $0.formUnion($1.sets) }
        }
    }

    func derivative(by byte: UInt8) -> Rule {
        switch self {
        case .nothing, .empty: .nothing
        case .byte(let set): set.contains(byte) ? .empty : .nothing
        case .many(let rule): .joined(rule.derivative(by: byte), self)
        case .choice(let rules): .either(rules.map { $0.derivative(by: byte) })
        case .sequence(let first, let second):
            .either(
                [.joined(first.derivative(by: byte), second)]
                    + (first.acceptsEmpty ? [second.derivative(by: byte)] : []))
        }
    }

    /// One after the other, in the one form that equal grammars are compared in.
    private static func joined(_ first: Rule, _ second: Rule) -> Rule {
        switch (first, second) {
        case (.nothing, _), (_, .nothing): .nothing
        case (.empty, let rule), (let rule, .empty): rule
        case (.sequence(let start, let middle), let end): .sequence(start, joined(middle, end))
        default: .sequence(first, second)
        }
    }

    private static func either(_ rules: [Rule]) -> Rule {
        var flat: Set<Rule> = []
        for rule in rules where rule != .nothing {
            if case .choice(let inner) = rule { flat.formUnion(inner) } else { flat.insert(rule) }
        }
        guard let first = flat.first else { return .nothing }
        return flat.count == 1 ? first : .choice(flat)
    }
}

// How ABNF is written down, RFC 5234 §3.
extension Rule: ExpressibleByStringLiteral {
    /// A text, with case.
    init(stringLiteral text: String) { self = .all(text.utf8.map { .byte(ByteSet([$0])) }) }

    /// A text, letters in either case.
    static func anyCase(_ text: String) -> Rule {
        .all(zip(text.lowercased().utf8, text.uppercased().utf8).map { .byte(ByteSet([$0, $1])) })
    }

    static func all(_ rules: [Rule]) -> Rule { rules.reversed().reduce(.empty) { joined($1, $0) } }
    static func all(_ rules: Rule...) -> Rule { all(rules) }
    static func any(_ rules: Rule...) -> Rule { either(rules) }
    static func optional(_ rule: Rule) -> Rule { either([rule, .empty]) }
    static func oneOrMore(_ rule: Rule) -> Rule { joined(rule, .many(rule)) }
    static func times(_ count: Int, _ rule: Rule) -> Rule { all(Array(repeating: rule, count: count)) }
    /// Nested, so that a derivative stays one rule and does not become one for every number still possible.
    static func times(_ range: ClosedRange<Int>, _ rule: Rule) -> Rule {
        let more = (0..<range.count - 1).reduce(.empty) { inner, _ in optional(joined(rule, inner)) }
        return joined(times(range.lowerBound, rule), more)
    }
}
