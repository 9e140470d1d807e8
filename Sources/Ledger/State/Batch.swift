import Domain
import Foundation
import Hashing

/// The commands that waited together, each judged on the state that those before it will leave.
///
/// A batch knows two outcomes for every command: what is answered when the lines are on the
/// disk, and what when they are not. For then nothing of the batch has happened, and a
/// command that was refused because of one before it was refused for no reason.
struct Batch {
    /// What stands once all lines are on the disk.
    private(set) var state: LedgerState
    private(set) var lines: [UInt8] = []
    private(set) var records: [Entry] = []
    private var outcomes: [Outcome] = []
    private let first: Int
    private let terms: HoldTerms
    private let draw: () -> UInt64

    typealias Outcome = Result<Receipt, LedgerError>

    /// A record and how many bytes its line has.
    struct Entry {
        let record: Record
        let byteCount: Int
    }

    /// - Parameter draw: 64 random bits, for what holds are called by.
    init(
        _ commands: some Collection<Command>, after state: LedgerState, terms: HoldTerms,
        drawing draw: @escaping () -> UInt64
    ) {
        (self.state, first, self.terms, self.draw) = (state, state.sequence + 1, terms, draw)
        for command in commands { outcomes.append(judge(command)) }
    }

    /// The answers to all commands, in their order, when the lines were kept.
    var kept: [Outcome] { outcomes }

    /// The answer to `command` when `error` kept its lines from the disk: that, or why it is refused anyhow.
    static func lost(
        _ command: Command, after before: LedgerState, terms: HoldTerms, because error: LedgerError
    ) -> Outcome {
        let alone = Batch([command], after: before, terms: terms) { UInt64.random(in: .min ... .max) }
        // Where a hold would have ended first, that is not kept either, and nothing may be said that rests on it.
        guard let outcome = alone.outcomes.first, alone.records.isEmpty else { return .failure(error) }
        return outcome
    }

    private mutating func judge(_ command: Command) -> Outcome {
        defer { state.findNextEnd() }
        do throws(LedgerError) {
            try expire(at: command)
            let judgement = try Judgement(command, on: state, terms: terms)
            switch try judgement.verdict(on: state, drawing: draw) {
            case .nothing: return .success(Receipt(sequence: state.sequence))
            case .repeated(let hold): return .success(receipt(hold: hold, services: [hold.service], isRepeated: true))
            case .record(let draft):
                try keep(draft, of: command, at: judgement.time)
                let services = draft.capacities.map(\.service) + (draft.hold.map { [$0.service] } ?? [])
                var seen: Set<ServiceID> = []
                return .success(
                    receipt(
                        hold: draft.hold, services: services.filter { seen.insert($0).inserted },
                        rules: draft.rules?.service))
            }
        } catch {
            return .failure(error)
        }
    }

    /// Nobody is refused a place that was given back by the clock a moment ago.
    private mutating func expire(at command: Command) throws(LedgerError) {
        guard let now = RecordTime(command.moment) else { throw .clockOutOfRange }
        for hold in state.holds.due(at: now) {
            let expiry = Command(.expireHolds, by: nil, at: command.moment)
            let judgement = try Judgement(expiry, on: state, terms: terms)
            try keep(judgement.expiring(hold, on: state), of: expiry, at: judgement.time)
        }
    }

    private mutating func keep(
        _ draft: Judgement.Draft, of command: Command, at time: RecordTime
    ) throws(LedgerError) {
        let record = Record(
            sequence: state.sequence + 1, batch: first, time: time, actor: command.actor, request: command.request,
            kind: draft.kind, capacities: draft.capacities, hold: draft.hold, note: draft.note,
            rules: draft.rules, previous: state.head)
        let (bytes, hash) = try RecordLine.encode(record)
        state.apply(record, hash: hash)
        lines += bytes
        records.append(Entry(record: record, byteCount: bytes.count))
    }

    private func receipt(
        hold: Hold?, services: [ServiceID], rules: ServiceID? = nil, isRepeated: Bool = false
    ) -> Receipt {
        Receipt(
            sequence: state.sequence, capacities: services.compactMap(state.capacity(of:)), hold: hold,
            rules: rules.flatMap(state.rules(of:)), isRepeated: isRepeated)
    }
}
