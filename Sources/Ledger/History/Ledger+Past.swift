package import Foundation

extension Ledger {
    /// What the journal of a directory says of a moment of the past, read beside whoever writes there.
    ///
    /// What a search saw then is what was on the disk then, and so what the records say: a hold whose time was over,
    /// but whose end was recorded a moment later, was still there. What no record says, the registry's own counts, is
    /// left out; see ``LedgerState/starting(from:)``. Takes no lock and repairs nothing. Reads all records, or those
    /// after the newest good snapshot that is not later than the moment.
    ///
    /// - Parameters:
    ///   - moment: records count up to and with its millisecond.
    ///   - isWanted: recognises the state that is looked for, where the moment alone does not tell: what is on the disk
    ///     within the same millisecond. The first one that it takes counts, whatever its moment.
    /// - Throws: ``LedgerError/damaged(file:line:what:)``, ``LedgerError/system(call:code:)``,
    ///   ``LedgerError/clockOutOfRange``.
    package static func past(
        directory path: String, at moment: Date, where isWanted: ((LedgerState) -> Bool)? = nil,
        files: any LedgerFiles = SystemFiles()
    ) throws(LedgerError) -> PastState {
        guard let time = RecordTime(moment) else { throw .clockOutOfRange }
        let directory = StateDirectory(path: path, files: files)
        return try lookingAgain { () throws(LedgerError) in
            try PastSearch(time: time, isWanted: isWanted).read(directory)
        }
    }
}

/// One reading of the journal, with what was found so far.
private final class PastSearch {
    private let time: RecordTime
    private let isWanted: ((LedgerState) -> Bool)?
    private var then: LedgerState?
    /// Whether ``then`` was passed.
    private var isOver = false
    private var start: ServiceStart?
    private var begin: Date?
    private var steps: [HoldStep] = []

    init(time: RecordTime, isWanted: ((LedgerState) -> Bool)?) { (self.time, self.isWanted) = (time, isWanted) }

    func read(_ directory: StateDirectory) throws(LedgerError) -> PastState {
        let (segments, known) = try JournalOpening.contents(of: directory)
        let store = SnapshotStore(directory: directory)
        let good = known.lazy.compactMap { store.load($0) }.first
        let replay = try Replay(
            directory, segments: segments, starting: [:], from: snapshot(among: known, in: store),
            sees: { [self] state, record in see(record, after: state) })
        if let good { try JournalOpening.checkEnd(of: replay, isNotBefore: good.sequence) }
        if !isOver, isWanted?(replay.state) ?? true { keep(replay.state) }
        return PastState(then: then, now: replay.state, start: start, begin: begin, laterHolds: steps)
    }

    /// Where to begin; `nil` is the beginning. Where a state is looked for it may stand anywhere.
    private func snapshot(among known: [Int], in store: SnapshotStore) -> Snapshot? {
        guard isWanted == nil else { return nil }
        return known.lazy.compactMap { store.load($0) }.first { snapshot in
            guard snapshot.sequence > 0, let made = snapshot.time, made <= self.time else { return false }
            return JournalOpening.fits(snapshot, store.directory)
        }
    }

    private func see(_ record: Record, after state: LedgerState) {
        if state.sequence == 0 { begin = record.date }
        if !isOver {
            guard isWanted?(state) ?? (record.time > time) else { return }
            keep(state)
        }
        if let hold = record.hold {
            steps.append(HoldStep(date: record.date, kind: record.kind, service: hold.service, places: hold.places))
        }
        // A service that began on a full disk could say so only later.
        if isWanted == nil, let late = record.note?.start, late.load <= time { start = late }
    }

    private func keep(_ state: LedgerState) {
        (isOver, start) = (true, state.start)
        // Before the first record nothing is known of a moment; a state that was looked for is known by itself.
        if state.sequence > 0 || isWanted != nil { then = state }
    }
}
