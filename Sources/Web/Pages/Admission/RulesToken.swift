import Domain
import Foundation
import HTTP
import Hashing
import Hypertext
import Ledger

/// What somebody had before them when they began to edit the rules of a service: how often they were changed, and the
/// rules themselves.
///
/// It goes along in the form, so that whoever saves after a colleague is told so, and what both did can be put
/// together. The number alone would not do: where the files change, it stays the same.
struct RulesToken: Hashable, Sendable {
    let version: Int
    /// Of the rules, as a record would write them.
    private let digest: String
    /// `nil` where a form came back without them.
    let rules: AdmissionRules?

    /// What stands now.
    init(of service: Service, in state: LedgerState) {
        version = state.rules(of: service.id)?.version ?? 0
        rules = service.rules
        digest = Self.digest(of: service.rules)
    }

    /// Reads what a form of ours carries; `nil` for anything else.
    init?(_ values: FormValues) {
        let parts = (values[Self.stateField] ?? "").split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count <= 15, let version = Int(parts[0]), version >= 0 else { return nil }
        (self.version, digest) = (version, String(parts[1]))
        rules = values[Self.rulesField].flatMap { RulesText.rules(in: Array($0.utf8)) }
    }

    /// Whether both were made of the same rules.
    func isSame(as other: RulesToken) -> Bool { version == other.version && digest == other.digest }

    var fields: [HTML] {
        let text = rules.map { String(decoding: RulesText.bytes(of: $0), as: UTF8.self) } ?? ""
        return stateFields + [.hidden(Self.rulesField, text)]
    }

    /// For a form that fills in nothing.
    var stateFields: [HTML] { [.hidden(Self.stateField, "\(version)-\(digest)")] }

    private static func digest(of rules: AdmissionRules) -> String {
        String(SHA256.digest(of: RulesText.bytes(of: rules)).hex.prefix(24))
    }

    static let stateField = "stand"
    static let rulesField = "basis"
    /// What a form carries beside its fields.
    static let names: Set<String> = [stateField, rulesField]
}

/// Puts together what two people made of the same form: what only one of them changed is as that one has it.
struct RulesMerge: Sendable {
    /// The form with both.
    let values: FormValues
    /// The fields that both changed, and not to the same; the form has what `mine` says.
    let disputed: [String]

    /// - Parameters:
    ///   - base: what both had before them.
    ///   - theirs: what stands now.
    ///   - mine: what was filled in since.
    init(base: FormValues, theirs: FormValues, mine: FormValues) {
        let (was, now, wanted) = (Self.fields(base), Self.fields(theirs), Self.fields(mine))
        var (items, disputed): ([QueryItem], [String]) = ([], [])
        for name in Set(was.keys).union(now.keys).union(wanted.keys).sorted() {
            let (old, their, my) = (was[name] ?? [], now[name] ?? [], wanted[name] ?? [])
            let isMine = Set(my) != Set(old)
            if isMine, Set(their) != Set(old), Set(their) != Set(my) { disputed.append(name) }
            items += (isMine ? my : their).map { QueryItem(name: name, value: $0) }
        }
        (values, self.disputed) = (FormValues(items: items), disputed)
    }

    private static func fields(_ values: FormValues) -> [String: [String]] {
        let names = Set(values.items.map(\.name))
        let pairs = names.map { ($0, values.all($0)) }.filter { !$0.1.isEmpty }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
