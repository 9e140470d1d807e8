import Domain
import Foundation

/// The commands that waited together, each judged on the state that those before it will leave.
///
/// A batch knows two outcomes for every command: what is answered when the lines are on the
/// disk, and what when they are not. For then nothing of the batch has happened, and a
/// command that was refused because of one before it was refused for no reason.
struct Batch {
    /// What stands once all lines are on the disk.
    private(set) var state: LedgerState
    private(set) var lines: [UInt8] = []
    private var outcomes: [Outcome] = []

    private typealias Outcome = Result<LiveCapacity, LedgerError>

    init(_ commands: [Command], after state: LedgerState) {
        self.state = state
        let encoder = JSONEncoder.journal
        for command in commands { outcomes.append(judge(command, with: encoder)) }
    }

    private mutating func judge(_ command: Command, with encoder: JSONEncoder) -> Outcome {
        do throws(LedgerError) {
            let record = try command.record(after: state)
            let (bytes, hash) = try RecordLine.encode(record, with: encoder)
            state.apply(record, hash: hash)
            guard let live = state.capacity(of: command.service) else { throw .unknownService }
            lines += bytes
            return .success(live)
        } catch {
            return .failure(error)
        }
    }

    /// Answers all commands, in their order, as what was written says.
    func answerKept(_ commands: [Command]) {
        for (command, outcome) in zip(commands, outcomes) { command.answer(outcome) }
    }

    /// Answers all commands, in their order: `error`, or why `before` refuses them anyhow.
    static func answerLost(_ commands: [Command], after before: LedgerState, because error: LedgerError) {
        for command in commands {
            do throws(LedgerError) {
                _ = try command.record(after: before)
                command.answer(.failure(error))
            } catch let refusal {
                command.answer(.failure(refusal))
            }
        }
    }
}
