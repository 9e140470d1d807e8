import Domain
import Foundation
import Hashing

/// A snapshot as JSON.
struct SnapshotBody: Codable {
    let version: Int
    let sequence: Int
    let head: String
    let dataHead: String
    let time: String?
    let services: [ServiceBody]
    /// The active ones, then those that ended in the order of their closing.
    let holds: [HoldBody]
    /// A snapshot of an older program says nothing of rules, and its journal neither.
    let rules: [RulesBody]?
    /// The keys, and whether they are revoked.
    let keys: [String: Bool]
    /// The last days of those that have one; a snapshot of an older program says nothing of them.
    let keyDays: [String: String]?
    let start: StartBody?
    let parts: [PartBody]
    /// For each service the sequences of its reports; see ``NumberList``.
    let reports: [String: String]
    let segmentStart: LinkBody

    struct LinkBody: Codable {
        let sequence: Int
        let head: String
    }

    struct StartBody: Codable {
        let registry: String
        let loadedAt: String
        let examples: Bool
    }

    struct PartBody: Codable {
        let first: Int
        let count: Int
        let byteCount: Int
        let marks: String
    }

    struct FiguresBody: Codable {
        let total: Int?
        let free: Int?
        let held: Int
        let paused: Bool
        /// A snapshot of an older program says nothing of this and the next.
        let pausedUntil: String?
        let pauseReason: String?
        let expectedFreeOn: String?
        let confirmedAt: String?
    }

    struct ServiceBody: Codable {
        let service: String
        let version: Int
        let figures: FiguresBody
        let lastReporter: String?
        let before: FiguresBody?
    }

    struct HoldBody: Codable {
        let reference: String
        let service: String
        let places: Int
        let keyId: String
        let role: String
        let organization: String?
        let state: String
        let extended: Bool
        let declineReason: String?
        let createdAt: String
        let expiresAt: String
        let closedAt: String?
        let idempotency: String?
    }

    struct RulesBody: Codable {
        let service: String
        let version: Int
        let reviewedOn: String
        /// The rules as a record writes them.
        let saved: String?
    }

    /// The form that this program writes and reads.
    static let current = 2
}

extension SnapshotBody {
    init(_ snapshot: Snapshot) {
        (version, sequence, head) = (Self.current, snapshot.sequence, snapshot.head.hex)
        (dataHead, time) = (snapshot.dataHead.hex, snapshot.time?.text)
        keys = snapshot.keys.mapValues(\.isRevoked)
        keyDays = snapshot.keys.compactMapValues { $0.lastDay?.text }
        start = snapshot.start.map {
            StartBody(registry: $0.registry, loadedAt: $0.load.text, examples: $0.hasExamples)
        }
        services = snapshot.services.map { ServiceBody($0.1) }
        let active = snapshot.holds.active.values.sorted { $0.reference.rawValue < $1.reference.rawValue }
        holds = (active + snapshot.holds.inOrderOfClosing).map { HoldBody($0) }
        rules = snapshot.rules.values.sorted { $0.service < $1.service }.map { RulesBody($0) }
        parts = snapshot.index.parts.map {
            PartBody(first: $0.first, count: $0.count, byteCount: $0.byteCount, marks: NumberList.text($0.marks))
        }
        reports = Dictionary(
            snapshot.index.allReports.map { ($0.key.rawValue, NumberList.text($0.value)) },
            uniquingKeysWith: { first, _ in first })
        segmentStart = LinkBody(sequence: snapshot.segmentStart.sequence, head: snapshot.segmentStart.head.hex)
    }

    /// `nil` where anything in it cannot be.
    func snapshot() -> Snapshot? {
        guard version == Self.current, let head = SHA256Digest(hex: head),
            let dataHead = SHA256Digest(hex: dataHead), let startHead = SHA256Digest(hex: segmentStart.head),
            (0...LineScanner.mostNumber).contains(sequence),
            (0...sequence).contains(segmentStart.sequence), segmentStart.sequence + 1 == parts.last?.first
        else { return nil }
        let moment = time.flatMap(RecordTime.init(text:))
        let begun = start.flatMap { $0.start() }
        guard (moment == nil) == (time == nil), (begun == nil) == (start == nil) else { return nil }
        var board = HoldBoard()
        for body in holds {
            guard let hold = body.hold(), hold.isPossible else { return nil }
            board.take(hold)
        }
        var known: [(ServiceID, ServiceState)] = []
        for body in services {
            guard let state = body.state() else { return nil }
            known.append((state.live.service, state))
        }
        guard let index = journalIndex(), let keys = keyMarks(), let rules = liveRules() else { return nil }
        return Snapshot(
            sequence: sequence, head: head, dataHead: dataHead, time: moment, services: known, holds: board,
            rules: rules, keys: keys, start: begun, index: index,
            segmentStart: Replay.Link(sequence: segmentStart.sequence, head: startHead))
    }

    private func liveRules() -> [ServiceID: LiveRules]? {
        var known: [ServiceID: LiveRules] = [:]
        for body in rules ?? [] {
            guard let rules = body.rules(), known[rules.service] == nil else { return nil }
            known[rules.service] = rules
        }
        return known
    }

    private func keyMarks() -> [String: KeyMark]? {
        var marks = keys.mapValues { KeyMark(isRevoked: $0) }
        for (key, text) in keyDays ?? [:] {
            guard let day = CalendarDate(text: text), marks[key] != nil else { return nil }
            marks[key]?.lastDay = day
        }
        return marks
    }

    private func journalIndex() -> JournalIndex? {
        var known: [(first: Int, count: Int, byteCount: Int, marks: [Int])] = []
        var next = 1
        for part in parts {
            guard let marks = NumberList.numbers(part.marks), part.first == next,
                (0...sequence).contains(part.count), (0...LineScanner.mostNumber).contains(part.byteCount)
            else { return nil }
            next = part.first + part.count
            known.append((part.first, part.count, part.byteCount, marks))
        }
        guard next == sequence + 1, !known.isEmpty else { return nil }
        var lists: [ServiceID: [Int]] = [:]
        for (text, list) in reports {
            guard let service = ServiceID(rawValue: text), let numbers = NumberList.numbers(list) else { return nil }
            lists[service] = numbers
        }
        return JournalIndex(parts: known, reports: lists)
    }
}

extension SnapshotBody.StartBody {
    func start() -> ServiceStart? {
        RecordTime(text: loadedAt).map { ServiceStart(registry: registry, load: $0, hasExamples: examples) }
    }
}

extension SnapshotBody.RulesBody {
    init(_ rules: LiveRules) {
        (service, version, reviewedOn) = (rules.service.rawValue, rules.version, rules.reviewedOn.text)
        saved = rules.saved.map { String(decoding: RecordWriter($0).bytes, as: UTF8.self) }
    }

    func rules() -> LiveRules? {
        guard let id = ServiceID(rawValue: service), let day = CalendarDate(text: reviewedOn),
            (1...LineScanner.mostNumber).contains(version)
        else { return nil }
        let known = saved.flatMap(RulesScanner.rules)
        guard (known == nil) == (saved == nil) else { return nil }
        return LiveRules(service: id, saved: known, reviewedOn: day, version: version)
    }
}

extension SnapshotBody.FiguresBody {
    init(_ figures: CapacityFigures) {
        (total, free, held, paused) = (figures.total, figures.free, figures.held, figures.isPaused)
        (pausedUntil, pauseReason) = (figures.pausedUntil?.text, figures.pauseReason?.rawValue)
        (expectedFreeOn, confirmedAt) = (figures.expectedFreeOn?.text, figures.confirmation?.text)
    }

    func figures() -> CapacityFigures? {
        let date = expectedFreeOn.flatMap(CalendarDate.init(text:))
        let time = confirmedAt.flatMap(RecordTime.init(text:))
        let until = pausedUntil.flatMap(CalendarDate.init(text:))
        let reason = pauseReason.flatMap(PauseReason.init(rawValue:))
        guard (date == nil) == (expectedFreeOn == nil), (time == nil) == (confirmedAt == nil),
            (until == nil) == (pausedUntil == nil), (reason == nil) == (pauseReason == nil)
        else { return nil }
        let figures = CapacityFigures(
            total: total, free: free, held: held, isPaused: paused, pausedUntil: until, pauseReason: reason,
            expectedFreeOn: date, confirmation: time)
        return figures.arePossible ? figures : nil
    }
}

extension SnapshotBody.ServiceBody {
    init(_ state: ServiceState) {
        (service, version) = (state.live.service.rawValue, state.live.version)
        figures = SnapshotBody.FiguresBody(state.live.figures)
        lastReporter = state.lastReport?.keyID
        before = (state.lastReport?.before).map { SnapshotBody.FiguresBody($0) }
    }

    func state() -> ServiceState? {
        guard let id = ServiceID(rawValue: service), let figures = figures.figures(),
            (1...LineScanner.mostNumber).contains(version), (lastReporter == nil) == (before == nil)
        else { return nil }
        let live = LiveCapacity(service: id, capacity: figures.capacity(in: .bed), version: version)
        guard let lastReporter, let before else { return ServiceState(live: live) }
        guard let before = before.figures() else { return nil }
        return ServiceState(live: live, lastReport: .init(keyID: lastReporter, before: before))
    }
}

extension SnapshotBody.HoldBody {
    init(_ hold: Hold) {
        (reference, service, places) = (hold.reference.rawValue, hold.service.rawValue, hold.places)
        (keyId, role) = (hold.holder.keyID, hold.holder.role.rawValue)
        (organization, state) = (hold.holder.organization?.rawValue, hold.state.rawValue)
        (extended, declineReason) = (hold.isExtended, hold.declineReason?.rawValue)
        (createdAt, expiresAt, closedAt) = (hold.creation.text, hold.end.text, hold.closing?.text)
        idempotency = hold.idempotency?.hex
    }

    func hold() -> Hold? {
        guard let reference = HoldReference(rawValue: reference), let service = ServiceID(rawValue: service),
            let role = AccessRole(rawValue: role), let state = HoldState(rawValue: state),
            let creation = RecordTime(text: createdAt), let end = RecordTime(text: expiresAt)
        else { return nil }
        let organizationID = organization.flatMap(OrganizationID.init(rawValue:))
        let reason = declineReason.flatMap(DeclineReason.init(rawValue:))
        let closing = closedAt.flatMap(RecordTime.init(text:))
        let name = idempotency.flatMap { SHA256Digest(hex: $0) }
        guard (organizationID == nil) == (organization == nil), (reason == nil) == (declineReason == nil),
            (closing == nil) == (closedAt == nil), (name == nil) == (idempotency == nil)
        else { return nil }
        return Hold(
            reference: reference, service: service, places: places,
            holder: Actor(keyID: keyId, role: role, organization: organizationID), state: state,
            isExtended: extended, declineReason: reason, creation: creation, end: end, closing: closing,
            idempotency: name)
    }
}
