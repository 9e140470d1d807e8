import Domain
import Foundation
import Ledger
import Matching
import Registry
import Synchronization

/// The registry, and what is made of it once for all requests.
final class RegistryShelf: Sendable {
    /// What stands: the files, with the rules that shelters saved.
    let registry: Registry
    /// What the files say alone.
    let files: Registry
    let socialMaps: SocialMaps
    /// See ``LedgerState/rulesSequence``.
    let rulesSequence: Int
    let sentences: Sentences
    let englishSentences: Sentences
    let finder: Finder
    /// Who could be taken where, for the gaps.
    let supplies = SupplyShelf()
    private let table: ServiceTable
    /// The counts that the last search read; most searches find that nothing changed since, or little.
    private let latest: Mutex<Counts?>

    /// Made by the first search.
    private let knownPieces: Mutex<AnswerPieces?>
    /// Made by the first name that somebody types.
    private let knownMunicipalities: Mutex<MunicipalityFinder?>

    /// The counts of all services after one record.
    struct Counts: Sendable {
        let sequence: Int
        let table: CountTable
        /// See ``Snapshot/dataVersion``.
        let dataVersion: String
    }

    /// - Parameters:
    ///   - files: the registry as its files say it.
    ///   - state: the rules that were saved.
    ///   - known: one of the same files, whose words are used again.
    init(_ files: Registry, rules state: LedgerState, after known: RegistryShelf? = nil) {
        self.files = files
        registry = files.applying(state.rules.compactMapValues(\.saved)).registry
        rulesSequence = state.rulesSequence
        socialMaps = SocialMaps(of: registry)
        sentences = known?.sentences ?? Sentences(codes: files.codeLists, map: files.geography)
        englishSentences =
            known?.englishSentences ?? Sentences(codes: files.codeLists, map: files.geography, language: .english)
        knownMunicipalities = Mutex(known?.knownMunicipalities.withLock { $0 })
        table = ServiceTable(registry.services.filter(registry.isCurrent), on: registry.geography)
        finder = Finder(table, coordination: registry.coordination)
        latest = Mutex(nil)
        knownPieces = Mutex(nil)
    }

    /// What of every answer is written already.
    var pieces: AnswerPieces {
        knownPieces.withLock { known in
            if let known { return known }
            let pieces = AnswerPieces(table.services, sentences)
            known = pieces
            return pieces
        }
    }

    /// Which municipality somebody means who types a name.
    var municipalities: MunicipalityFinder {
        knownMunicipalities.withLock { known in
            if let known { return known }
            let municipalities = MunicipalityFinder(files.geography)
            known = municipalities
            return municipalities
        }
    }

    func counts(in state: LedgerState) -> Counts {
        latest.withLock { latest in
            if let latest, latest.sequence == state.sequence { return latest }
            guard let known = latest, known.sequence < state.sequence else {
                // The first, or an older state than another request has seen by now: then it is not kept.
                let counts = Counts(
                    sequence: state.sequence, table: CountTable(table) { state.capacity(of: $0)?.capacity },
                    dataVersion: dataVersion(state))
                if latest == nil { latest = counts }
                return counts
            }
            var rows = known.table
            state.forEachCapacity(changedAfter: known.sequence) { live in
                if let row = table.row(of: live.service) { rows.set(live.capacity, of: row, in: table) }
            }
            let counts = Counts(sequence: state.sequence, table: rows, dataVersion: dataVersion(state))
            latest = counts
            return counts
        }
    }

    /// Who else needs which place where `profile` is now; `nil` where nobody asks.
    func scarcity(_ use: Scarcity.Use, where profile: Profile, counts: CountTable, at now: Date) -> Scarcity? {
        guard use != .off else { return nil }
        return Scarcity(
            of: registry.referenceProfiles, standingWhere: profile, in: table, counts: counts, at: now,
            isKey: use == .ranked)
    }

    private func dataVersion(_ state: LedgerState) -> String {
        Snapshot.dataVersion(of: registry.version, state)
    }
}
