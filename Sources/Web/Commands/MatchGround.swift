import Foundation
import Ledger
import Registry

/// Registry and counts for a search without a server: those that a server has on the same journal.
enum MatchGround {
    static func now(data: URL, state directory: URL, at now: Date) throws(CommandFailure) -> Snapshot {
        let state: LedgerState
        do {
            state = try Ledger.read(directory: directory.path, starting: [:])
        } catch {
            throw .failure(error.sentence)
        }
        return try snapshot(state, start: state.start, data: data, at: now)
    }

    /// - Parameters:
    ///   - state: what the journal alone says.
    ///   - start: what the service began with; where it is unknown, examples count from `moment`.
    static func snapshot(
        _ state: LedgerState, start: ServiceStart?, data: URL, at moment: Date
    ) throws(CommandFailure) -> Snapshot {
        let loaded = try RegistryLoader.load(data, now: start?.loadedAt ?? moment)
        let registry = start?.hasExamples == false ? loaded.withoutExamples() : loaded
        let starting = Snapshot.startingCapacities(of: registry)
        return Snapshot(registry: registry, state: state.starting(from: starting))
    }
}
