import Domain
import Foundation
import Ledger

/// Which records somebody wants to see.
struct AuditQuery: Sendable {
    /// Empty where all kinds are wanted.
    let kinds: Set<RecordKind>
    let from: Date?
    /// Not included.
    let end: Date?

    init(_ query: QueryValues) {
        kinds = Set(query.texts("eventType").compactMap(RecordKind.init(rawValue:)))
        from = query.text("from").flatMap(Timestamp.date)
        end = query.text("to").flatMap(Timestamp.date)
    }

    func wants(_ record: Record) -> Bool { kinds.isEmpty || kinds.contains(record.kind) }

    static let parameters: [Parameter] = [
        Parameter(
            name: "eventType", kind: .code(RecordKind.allCases.map(\.rawValue)),
            description: "Alleen deze soorten gebeurtenissen.", isRepeatable: true),
        Parameter(name: "from", kind: .moment, description: "Vanaf dit tijdstip; het telt zelf mee."),
        Parameter(name: "to", kind: .moment, description: "Tot dit tijdstip; het telt zelf niet mee."),
    ]
}
