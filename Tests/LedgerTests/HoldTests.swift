import Dispatch
import Domain
import Foundation
import Hashing
import Synchronization
import TestTools
import Testing

@testable import Ledger

@Suite("Holds")
struct HoldTests {
    let disk = FickleDisk()

    static func open(
        _ disk: FickleDisk, terms: HoldTerms = HoldTerms(), clock: (@Sendable () -> Date)? = nil,
        fromSnapshot: Bool = false
    ) throws -> Ledger {
        var settings = LedgerSettings()
        (settings.terms, settings.clock) = (terms, clock)
        if fromSnapshot { settings.bytesReadWhole = 0 }
        return try Ledger.open(
            directory: FickleDisk.path, starting: Fixture.starting, settings: settings, files: disk
        ).ledger
    }

    static func request(
        places: Int = 1, on service: ServiceID = Fixture.beds, key: String? = nil, by actor: Actor = Fixture.actor
    ) -> Command.Wish {
        .openHold(HoldRequest(service: service, places: places, limits: .beds, idempotencyKey: key, by: actor))
    }

    // MARK: What can follow what

    enum Step: String, CaseIterable, Sendable {
        case extend, accept, decline, place, withdraw

        func wish(_ reference: HoldReference) -> Command.Wish {
            switch self {
            case .extend: .extendHold(reference)
            case .accept: .acceptHold(reference)
            case .decline: .declineHold(reference, .groupMix)
            case .place: .placeHold(reference)
            case .withdraw: .withdrawHold(reference)
            }
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let state: HoldState
        /// What each step comes to, in the order of ``Step/allCases``: a state, or the state that stands in the way.
        let after: [HoldState?]
        var testDescription: String { state.rawValue }
    }

    @Test(arguments: [
        Row(state: .open, after: [.open, .accepted, .declined, .placed, .withdrawn]),
        Row(state: .accepted, after: [.accepted, nil, nil, .placed, .withdrawn]),
        Row(state: .declined, after: [nil, nil, nil, nil, nil]),
        Row(state: .placed, after: [nil, nil, nil, nil, nil]),
        Row(state: .withdrawn, after: [nil, nil, nil, nil, nil]),
        Row(state: .expired, after: [nil, nil, nil, nil, nil]),
    ])
    func everyStepFromEveryState(row: Row) throws {
        for (step, expected) in zip(Step.allCases, row.after) {
            let disk = FickleDisk()
            let ledger = try Self.open(disk)
            let reference = try #require(try ledger.submit(Self.request(places: 2)).get().hold?.reference)
            switch row.state {
            case .open: break
            case .accepted: _ = try ledger.submit(.acceptHold(reference)).get()
            case .declined: _ = try ledger.submit(.declineHold(reference, .full)).get()
            case .placed: _ = try ledger.submit(.placeHold(reference)).get()
            case .withdrawn: _ = try ledger.submit(.withdrawHold(reference)).get()
            case .expired: _ = try ledger.submit(.expireHolds, at: Fixture.moment(3_600)).get()
            }
            let before = ledger.state

            let answer = try ledger.submit(step.wish(reference), at: Fixture.moment(5))

            let hold = try #require(ledger.state.hold(reference))
            if let expected {
                #expect(try answer.get().hold == hold)
                #expect(hold.state == expected)
                #expect(hold.isExtended == (step == .extend))
                #expect(hold.declineReason == (step == .decline ? .groupMix : nil))
                #expect(hold.closedAt == (expected.isActive ? nil : Fixture.moment(5)))
                #expect(hold.expiresAt == Fixture.moment(step == .extend ? 7_200 : 3_600))
            } else {
                #expect(answer == .failure(.holdIs(row.state)))
                #expect(ledger.state.isSame(as: before))
            }
            let capacity = try #require(ledger.state.capacity(of: Fixture.beds)?.capacity)
            #expect(capacity.held == (hold.state.isActive ? 2 : 0))
            #expect(capacity.free == (hold.state.isActive || hold.state == .placed ? 0 : 2))
            #expect(ledger.state.capacity(of: Fixture.beds)?.version == (hold.state.isActive ? 1 : 2))
            let again = try Self.open(disk.afterKill())
            #expect(again.state.isSame(as: ledger.state))
        }
    }

    @Test(arguments: Step.allCases)
    func nobodysHoldIsUnknown(step: Step) throws {
        let ledger = try Self.open(disk)
        let reference = try #require(HoldReference(rawValue: "K7-204"))

        #expect(try ledger.submit(step.wish(reference)) == .failure(.unknownHold))
    }

    @Test func roomDecides() throws {
        let ledger = try Self.open(disk)

        #expect(try ledger.submit(Self.request(places: 3)) == .failure(.noRoom(free: 2)))
        #expect(try ledger.submit(Self.request(places: 0)) == .failure(.noRoom(free: 2)))
        #expect(try ledger.submit(Self.request(places: .min)) == .failure(.noRoom(free: 2)))
        #expect(try ledger.submit(Self.request(places: .max)) == .failure(.noRoom(free: 2)))
        #expect(try ledger.submit(Self.request(on: Fixture.unknown)) == .failure(.countNotReliable))
        #expect(try ledger.submit(Self.request(on: Fixture.rooms)) == .failure(.countNotReliable))
        #expect(try ledger.submit(Self.request(on: Fixture.id("bestaat-niet"))) == .failure(.unknownService))
        let limit = -3_600 + FreshnessLimits.beds.ageing
        #expect(
            try ledger.submit(Self.request(), at: Fixture.moment(limit + 0.001)) == .failure(.countNotReliable))
        #expect(try ledger.submit(Self.request(), at: Fixture.moment(limit)).get().hold != nil)
        _ = try ledger.report(Fixture.statement(free: 1, isPaused: true), ifVersion: 1, at: Fixture.moment(limit)).get()
        #expect(try ledger.submit(Self.request(), at: Fixture.moment(limit)) == .failure(.paused))
    }

    @Test func reportMustLeaveRoomForWhatIsHeld() throws {
        let ledger = try Self.open(disk)
        _ = try ledger.submit(Self.request(places: 2)).get()

        #expect(
            try ledger.report(Fixture.statement(total: 6, free: 5), ifVersion: 1)
                == .failure(.heldPlaces(held: 2, total: 6)))
        let live = try ledger.report(Fixture.statement(total: 6, free: 4), ifVersion: 1).get()

        #expect(live.capacity.free == 4 && live.capacity.held == 2)
        #expect(
            try ledger.submit(.revert(Fixture.beds, ifVersion: 2)).get().capacities.first?.capacity.free == 0)
    }

    // MARK: Ends

    @Test func holdsEndInTheOrderOfTheirEndsInOneWrite() throws {
        let ledger = try Self.open(disk)
        _ = try ledger.report(Fixture.statement(total: 40, free: 40), ifVersion: 0).get()
        for seconds in [30.0, 10, 20, 10, 0, 10] {
            _ = try ledger.submit(Self.request(), at: Fixture.moment(seconds)).get()
        }

        #expect(try ledger.confirm(at: Fixture.moment(3_599.999)).get().capacity.held == 6)
        #expect(try ledger.confirm(at: Fixture.moment(3_620)).get().capacity.held == 1)

        let records = try ledger.records(from: 9, atMost: 99).map(\.record)
        #expect(records.map(\.kind) == Array(repeating: .holdExpired, count: 5) + [.capacityConfirmed])
        #expect(records.allSatisfy { $0.batch == 9 && $0.date == Fixture.moment(3_620) })
        let ended = records.compactMap(\.hold).map { ($0.expiresAt, $0.reference.rawValue) }
        #expect(ended.map(\.0) == [0.0, 10, 10, 10, 20].map { Fixture.moment(3_600 + $0) })
        #expect(zip(ended, ended.dropFirst()).allSatisfy { $0 < $1 })
        #expect(records.dropLast().allSatisfy { $0.actor == nil && $0.hold?.closedAt == Fixture.moment(3_620) })
    }

    @Test func placeGivenBackByTheClockIsThereForTheNext() throws {
        let ledger = try Self.open(disk)
        _ = try ledger.submit(Self.request(places: 2)).get()

        #expect(try ledger.submit(Self.request(places: 2), at: Fixture.moment(3_599)) == .failure(.noRoom(free: 0)))
        #expect(try ledger.submit(Self.request(places: 2), at: Fixture.moment(3_600)).get().hold != nil)
    }

    @Test func clockThatStepsBackChangesNothing() throws {
        let ledger = try Self.open(disk)
        let first = try #require(try ledger.submit(Self.request()).get().hold)
        let second = try #require(try ledger.submit(Self.request(), at: Fixture.moment(1_000)).get().hold)

        _ = try ledger.submit(.expireHolds, at: Fixture.moment(3_600)).get()
        for seconds in [-50_000.0, 0, 3_599] {
            _ = try ledger.submit(.note(.signedIn, AccessNote()), at: Fixture.moment(seconds)).get()
            #expect(ledger.state.hold(first.reference)?.state == .expired)
            #expect(ledger.state.hold(second.reference)?.state == .open)
            #expect(ledger.state.hold(second.reference)?.expiresAt == Fixture.moment(4_600))
            #expect(
                try ledger.submit(.acceptHold(first.reference), at: Fixture.moment(seconds))
                    == .failure(.holdIs(.expired)))
        }
        ledger.close()
        let again = try Self.open(disk)

        #expect(again.state.hold(first.reference)?.state == .expired)
        _ = try again.submit(.expireHolds, at: Fixture.moment(4_599.999)).get()
        #expect(again.state.hold(second.reference)?.state == .open)
        _ = try again.submit(.expireHolds, at: Fixture.moment(4_600)).get()
        #expect(again.state.hold(second.reference)?.state == .expired)
    }

    /// The clocks in the Netherlands go forward in the night of 29 March 2026 and back in that of 25 October.
    @Test(arguments: [
        ("2026-03-29T00:30:00Z", "01:30", "03:30"), ("2026-10-25T00:30:00Z", "02:30", "02:30"),
        ("2026-10-25T00:59:59Z", "02:59", "02:59"), ("2026-03-29T00:59:59Z", "01:59", "03:59"),
    ])
    func holdOverTheChangeOfClocksLastsSixtyMinutes(opened: String, from: String, until: String) throws {
        let moment = try #require(Timestamp.date(opened))
        let ledger = try Self.open(disk)
        _ = try ledger.confirm(at: moment).get()

        let hold = try #require(try ledger.submit(Self.request(), at: moment).get().hold)
        let again = try #require(try Self.open(disk.afterKill()).state.hold(hold.reference))

        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        let local = [again.createdAt, again.expiresAt].map { date in
            let parts = calendar.dateComponents([.hour, .minute], from: date)
            return [parts.hour, parts.minute].map { String(100 + ($0 ?? 0)).dropFirst() }.joined(separator: ":")
        }
        #expect(local == [from, until])
        #expect(again.expiresAt.timeIntervalSince(again.createdAt) == 3_600)
        _ = try ledger.submit(.expireHolds, at: moment + 3_599.999).get()
        #expect(ledger.state.hold(hold.reference)?.state == .open)
        _ = try ledger.submit(.expireHolds, at: moment + 3_600).get()
        #expect(ledger.state.hold(hold.reference)?.state == .expired)
    }

    @Test(arguments: [(3_600.0, 7_200.0), (12_600, 14_400), (14_400, 14_400), (99_999, 14_400)])
    func extensionIsOnceAndNeverPastFourHours(length: Double, end: Double) throws {
        let ledger = try Self.open(disk, terms: HoldTerms(length: length))
        let hold = try #require(try ledger.submit(Self.request()).get().hold)
        #expect(hold.expiresAt == Fixture.moment(min(length, 14_400)))

        let longer = try ledger.submit(.extendHold(hold.reference), at: Fixture.moment(3_000)).get().hold

        #expect(longer?.expiresAt == Fixture.moment(end))
        #expect(try ledger.submit(.extendHold(hold.reference)) == .failure(.alreadyExtended))
    }

    @Test func holdEndsByItself() throws {
        let now = Mutex(Fixture.moment(0))
        let ledger = try Self.open(
            disk, terms: HoldTerms(length: 0.5), clock: { now.withLock { $0 } })
        let ended = DispatchSemaphore(value: 0)
        ledger.listen { records in
            if records.contains(where: { $0.kind == .holdExpired }) { ended.signal() }
        }
        let hold = try #require(try ledger.submit(Self.request()).get().hold)

        now.withLock { $0 = Fixture.moment(0.5) }
        ended.wait()

        #expect(ledger.state.hold(hold.reference)?.state == .expired)
        #expect(ledger.state.hold(hold.reference)?.closedAt == Fixture.moment(0.5))
        #expect(try ledger.records(from: 2, atMost: 9).map(\.record.actor) == [nil])
    }

    @Test func holdThatEndedMeanwhileEndsAtOnceAfterAStart() throws {
        let hold = try #require(try Self.open(disk).submit(Self.request()).get().hold)

        let ledger = try Self.open(disk.afterKill(), clock: { Fixture.moment(9_000) })
        let ended = DispatchSemaphore(value: 0)
        ledger.listen { _ in ended.signal() }
        if ledger.state.hold(hold.reference)?.state == .open { ended.wait() }

        #expect(ledger.state.hold(hold.reference)?.closedAt == Fixture.moment(9_000))
        #expect(ledger.state.capacity(of: Fixture.beds)?.capacity.free == 2)
    }

    // MARK: Sent again

    @Test func requestThatIsSentAgainOpensOnce() throws {
        let other = Actor(keyID: "key-tweede", role: .coordinator)
        let ledger = try Self.open(disk)
        _ = try ledger.report(Fixture.statement(total: 9, free: 9), ifVersion: 0).get()
        let first = try ledger.submit(Self.request(key: "a")).get()

        let again = try ledger.submit(Self.request(key: "a"), at: Fixture.moment(5)).get()
        #expect(again.hold == first.hold && again.isRepeated && !first.isRepeated)
        #expect(again.sequence == first.sequence)
        #expect(try ledger.submit(Self.request(places: 2, key: "a")) == .failure(.requestDiffers))
        #expect(try ledger.submit(Self.request(on: Fixture.rooms, key: "a")) == .failure(.requestDiffers))
        #expect(try ledger.submit(Self.request(key: "a", by: other), by: other).get().hold != first.hold)
        #expect(try ledger.submit(Self.request(key: "b")).get().hold != first.hold)
        let reference = try #require(first.hold?.reference)
        _ = try ledger.submit(.withdrawHold(reference)).get()
        ledger.close()

        let later = try Self.open(disk)
        let repeated = try later.submit(Self.request(key: "a")).get()
        #expect(repeated.isRepeated && repeated.hold?.reference == reference)
        #expect(repeated.hold?.state == .withdrawn)
        let week = Fixture.moment(HoldBoard.memory)
        _ = try later.confirm(at: week).get()
        #expect(try later.submit(Self.request(key: "a"), at: week).get().isRepeated)
        _ = try later.confirm(at: week + 0.001).get()
        #expect(later.state.hold(reference) == nil)
        #expect(try later.submit(Self.request(key: "a"), at: week + 0.001).get().isRepeated == false)
    }

    @Test func sentTwiceInOneWriteOpensOnce() throws {
        let ledger = try Self.open(disk)
        let commands = (0..<4).map { _ in Command(Self.request(key: "a"), by: Fixture.actor, at: Fixture.moment(0)) }

        let answers = try PowerCutTests.together(commands, in: ledger, on: disk).map { try $0.get() }

        #expect(Set(answers.map { $0.hold?.reference }).count == 1)
        #expect(answers.map(\.isRepeated) == [false, true, true, true])
        #expect(ledger.state.sequence == 2)
        #expect(ledger.state.capacity(of: Fixture.beds)?.capacity.held == 1)
    }

    @Test func keyHasAtMostSoManyOpen() throws {
        let other = Actor(keyID: "key-tweede", role: .coordinator)
        let ledger = try Self.open(disk, terms: HoldTerms(mostPerHolder: 3))
        _ = try ledger.report(Fixture.statement(total: 9, free: 9), ifVersion: 0).get()
        let holds = try (0..<3).map { _ in try #require(try ledger.submit(Self.request()).get().hold) }

        #expect(try ledger.submit(Self.request()) == .failure(.tooManyHolds(most: 3)))
        #expect(try ledger.submit(Self.request(by: other), by: other).get().hold != nil)
        _ = try ledger.submit(.acceptHold(holds[0].reference)).get()
        #expect(try ledger.submit(Self.request()) == .failure(.tooManyHolds(most: 3)))
        let again = try Self.open(disk.afterKill(), terms: HoldTerms(mostPerHolder: 3))
        #expect(try again.submit(Self.request()) == .failure(.tooManyHolds(most: 3)))
        _ = try again.submit(.placeHold(holds[0].reference)).get()
        #expect(try again.submit(Self.request()).get().hold != nil)
    }
}

@Suite("Board of holds")
struct HoldBoardTests {
    private static func hold(_ number: Int, endsAt seconds: Int64 = 3_600) throws -> Hold {
        let text = "K\(number % 10)-\(String(1_000 + number / 10 % 1_000).dropFirst())-\(100 + number / 10_000)"
        let reference = try #require(HoldReference(rawValue: text))
        return Hold(
            reference: reference, service: Fixture.beds, places: 1, holder: Fixture.actor,
            creation: RecordTime(clamping: 0), end: RecordTime(clamping: seconds * 1_000),
            idempotency: .init(hex: String(repeating: "0", count: 54) + String(1_000_000_000 + number)))
    }

    @Test func knowsAtMostSoManyThatEnded() throws {
        var board = HoldBoard()
        let count = HoldBoard.mostClosed + 10
        let time = RecordTime(clamping: 5)
        for number in 0..<count {
            let hold = try Self.hold(number)
            board.take(hold)
            board.take(hold.turned(.withdrawn, at: time))
            board.forget(before: time)
        }

        #expect(board.count == HoldBoard.mostClosed)
        for number in [0, 9, 10, count - 1] {
            let hold = try Self.hold(number)
            #expect((board[hold.reference] != nil) == (number >= 10))
            #expect((board.hold(for: try #require(hold.idempotency)) != nil) == (number >= 10))
        }
        board.forget(before: time.adding(HoldBoard.memory))
        #expect(board.count == HoldBoard.mostClosed)
        board.forget(before: time.adding(HoldBoard.memory + 0.001))
        #expect(board.count == 0)
        #expect(board.inOrderOfClosing.isEmpty && board.nextEnd == nil)
        #expect(board.activeCount(of: Fixture.actor.keyID) == 0)
    }

    @Test func nextEndIsThatOfTheFirstToEnd() throws {
        var board = HoldBoard()
        var naive: [Int: Hold] = [:]
        var random = SeededGenerator(seed: 7)

        for step in 0..<400 {
            let number = Int.random(in: 0..<25, using: &random)
            if let hold = naive[number] {
                let isLonger = Bool.random(using: &random)
                if isLonger, let longer = try? hold.extended(HoldTerms()) {
                    naive[number] = longer
                    board.take(longer)
                } else {
                    board.take(hold.turned(.placed, at: RecordTime(clamping: Int64(step))))
                    board.forget(before: RecordTime(clamping: .max))
                    naive[number] = nil
                }
            } else {
                let hold = try Self.hold(number, endsAt: Int64.random(in: 1...9, using: &random) * 600)
                naive[number] = hold
                board.take(hold)
            }
            #expect(board.nextEnd == naive.values.map(\.end).min())
            let time = RecordTime(clamping: Int64.random(in: 0...6_000_000, using: &random))
            let due = naive.values.filter { $0.end <= time }
                .sorted { ($0.end, $0.reference.rawValue) < ($1.end, $1.reference.rawValue) }
            #expect(board.due(at: time) == due)
        }
    }
}

@Suite("Reference of a hold")
struct HoldReferenceTests {
    @Test(arguments: [
        "", "K7-20", "K7-2044", "k7-204", "I7-204", "O7-204", "Q7-204", "K77204", "KK-204", "K7-204-", "K7-204-91",
        "K7_204", "K7-204-9133", "K7-20é",
    ])
    func otherTextIsNone(text: String) { #expect(HoldReference(rawValue: text) == nil) }

    @Test func drawnOnesReadBack() {
        var random = SeededGenerator(seed: 1)
        for number in 0..<2_000 {
            let made = HoldReference(random: number == 0 ? .max : random.next(), isLong: number % 2 == 0)
            #expect(HoldReference(rawValue: made.rawValue) == made)
            #expect(made.rawValue.utf8.count == (number % 2 == 0 ? 10 : 6))
        }
    }

    /// A generator that always draws the same: the ledger still finds one that nobody has.
    @Test func takenOnesAreNotGivenAgain() throws {
        struct Stuck: RandomNumberGenerator {
            private var left = 11
            mutating func next() -> UInt64 {
                left -= 1
                return left > 0 ? 0 : UInt64(left.magnitude) << 32
            }
        }
        var settings = LedgerSettings()
        settings.random = Stuck()
        let ledger = try Ledger.open(
            directory: FickleDisk.path, starting: Fixture.starting, settings: settings, files: FickleDisk()
        ).ledger

        let first = try #require(try ledger.submit(HoldTests.request()).get().hold?.reference.rawValue)
        let second = try #require(try ledger.submit(HoldTests.request()).get().hold?.reference.rawValue)

        #expect(first == "A0-000")
        #expect(second == "A0-000-000")
    }
}
