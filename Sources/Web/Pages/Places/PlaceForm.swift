import Domain
import Foundation
import HTTP
import Ledger

/// Reads what somebody did with one row: a wish for the ledger, or what the row says instead (screen S11).
///
/// A pure function of the form and of what stands. Each form carries what its page showed (``SeenCount``); "one more"
/// is one more than that, and never one more than what a colleague made of it meanwhile.
struct PlaceForm: Sendable {
    let values: FormValues
    let row: PlaceRow
    let say: Words

    /// The names of the fields; those of the API's body.
    static let (free, total, expected) = ("free", "total", "expectedFreeOn")
    static let (pausedUntil, pauseReason) = ("pausedUntil", "pauseReason")

    enum Outcome: Sendable {
        case wish(Command.Wish)
        /// What was asked for stands already.
        case done
        case notice(PlaceNotice)
        /// Somebody changed the count since the page was made, and this is wished now.
        case conflict(wanted: CapacityStatement?)
    }

    /// - Throws: 400 for what no page of ours sends.
    func read() throws(Problem) -> Outcome {
        guard let deed = values[PlaceDeed.field].flatMap(PlaceDeed.init(rawValue:)),
            let seen = values[SeenCount.field].flatMap(SeenCount.init(text:))
        else { throw .unreadableForm }
        switch deed {
        case .undo: return .wish(.revert(row.id, ifVersion: seen.version))
        case .confirm: return confirm(seen)
        case .less:
            guard let free = seen.free, free > 0 else { return .notice(.minimum) }
            return report(free: free - 1, seen)
        case .more: return report(free: (seen.free ?? 0) + 1, seen)
        case .set: return report(free: nil, seen)
        case .pause: return pause(seen)
        case .resume: return report(free: nil, pause: PlacePause.none, seen)
        }
    }

    // MARK: What is asked for

    private func confirm(_ seen: SeenCount) -> Outcome {
        switch number(Self.free) {
        case .wrong: return .notice(.faults([freeFault]))
        case .given(let free) where free != seen.free: return report(free: nil, seen)
        case .absent where isAsked(Self.free): return .notice(.faults([freeFault]))
        case .absent, .given: break
        }
        guard seen.free != nil else { return .notice(.faults([freeFault])) }
        guard seen.holds(for: row.live) else {
            return .conflict(wanted: statement(free: seen.free, seen))
        }
        return .wish(.confirm([row.id]))
    }

    private func pause(_ seen: SeenCount) -> Outcome {
        var faults: [FormFault] = []
        let until = readDay(Self.pausedUntil, &faults)
        let reason = readReason(&faults)
        guard faults.isEmpty else { return .notice(.faults(faults)) }
        return report(free: nil, pause: PlacePause(isPaused: true, until: until, reason: reason), seen)
    }

    /// - Parameters:
    ///   - free: `nil` for what was filled in, or else what was seen.
    ///   - pause: `nil` to leave it as it was seen.
    private func report(free: Int?, pause: PlacePause? = nil, _ seen: SeenCount) -> Outcome {
        var faults: [FormFault] = []
        let free = free ?? read(Self.free, else: seen.free, fault: freeFault, &faults)
        let total = read(Self.total, else: seen.total, fault: totalFault, &faults)
        let expected = isAsked(Self.expected) ? readDay(Self.expected, &faults) : row.expectedFreeOn
        guard faults.isEmpty, let free, let total else { return .notice(.faults(faults)) }
        guard free <= total else { return .notice(.overTotal(free: free)) }
        let pause = pause ?? kept(seen)
        guard
            let wanted = try? CapacityStatement(
                total: total, free: free, expectedFreeOn: expected, isPaused: pause.isPaused,
                pausedUntil: pause.until, pauseReason: pause.reason)
        else { return .notice(.faults([totalFault])) }
        return wish(for: wanted, seen)
    }

    private func wish(for wanted: CapacityStatement, _ seen: SeenCount) -> Outcome {
        guard seen.version == row.live.version else {
            // Pressed twice: the first press has done it.
            return isStanding(wanted) ? .done : .conflict(wanted: wanted)
        }
        let held = row.capacity.held
        guard wanted.free + held <= wanted.total else { return .notice(.overTotal(free: wanted.free)) }
        return .wish(.report([CapacityReport(service: row.id, statement: wanted, ifVersion: seen.version)]))
    }

    private func statement(free: Int?, _ seen: SeenCount) -> CapacityStatement? {
        guard let free, let total = seen.total else { return nil }
        let pause = kept(seen)
        return try? CapacityStatement(
            total: total, free: free, expectedFreeOn: row.expectedFreeOn, isPaused: pause.isPaused,
            pausedUntil: pause.until, pauseReason: pause.reason)
    }

    /// The pause as it was seen; its end and reason, which no page carries along, as they stand.
    private func kept(_ seen: SeenCount) -> PlacePause {
        guard seen.isPaused else { return .none }
        return row.capacity.isPaused ? PlacePause(row.capacity) : PlacePause(isPaused: true)
    }

    private func isStanding(_ wanted: CapacityStatement) -> Bool {
        let now = row.capacity
        return now.free == wanted.free && now.total == wanted.total && PlacePause(now) == PlacePause(wanted)
            && now.expectedFreeOn == wanted.expectedFreeOn
    }

    // MARK: Fields

    private enum Number { case absent, given(Int), wrong }

    /// Whether the form has the field at all.
    private func isAsked(_ name: String) -> Bool { values.items.contains { $0.name == name } }

    private func number(_ name: String) -> Number {
        guard let text = values[name] else { return .absent }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
            number <= Capacity.mostPlaces
        else { return .wrong }
        return .given(number)
    }

    private func read(_ name: String, else seen: Int?, fault: FormFault, _ faults: inout [FormFault]) -> Int? {
        switch number(name) {
        case .given(let number): return number
        case .absent where seen != nil && !isAsked(name): return seen
        case .absent, .wrong:
            faults.append(fault)
            return nil
        }
    }

    /// The day that was filled in, today or later.
    private func readDay(_ name: String, _ faults: inout [FormFault]) -> CalendarDate? {
        guard let text = values[name] else { return nil }
        let day = CalendarDate(written: text)
        guard let day, day >= DutchTime.today(row.now), day <= DutchTime.today(row.now).adding(days: Self.mostDays)
        else {
            faults.append(dayFault(name))
            return nil
        }
        return day
    }

    private func readReason(_ faults: inout [FormFault]) -> PauseReason? {
        guard let text = values[Self.pauseReason] else { return nil }
        guard let reason = PauseReason(rawValue: text) else {
            faults.append(
                FormFault(
                    field: Self.id(Self.pauseReason, row.id),
                    text: say("Kies een reden uit de lijst.", "Choose a reason from the list.")))
            return nil
        }
        return reason
    }

    /// Ten years: beyond that somebody mistyped.
    private static let mostDays = 3_653

    // MARK: What is wrong

    /// The id of a field of this row.
    static func id(_ name: String, _ service: ServiceID) -> String { "\(name)-\(service.rawValue)" }

    private var freeFault: FormFault {
        FormFault(
            field: Self.id(Self.free, row.id),
            text: say(
                "Vul in hoeveel plekken vrij zijn bij \(row.service.name), bijvoorbeeld 2.",
                "Fill in how many places are free at \(row.service.name), for example 2."))
    }

    private var totalFault: FormFault {
        FormFault(
            field: Self.id(Self.total, row.id),
            text: say(
                "Vul in hoeveel plekken er in totaal zijn bij \(row.service.name), bijvoorbeeld 6.",
                "Fill in how many places there are in all at \(row.service.name), for example 6."))
    }

    private func dayFault(_ name: String) -> FormFault {
        FormFault(
            field: Self.id(name, row.id),
            text: say(
                "Kies een dag vanaf vandaag, bijvoorbeeld \(TimeWords(say: say, now: row.now).day(example)).",
                "Choose a day from today on, for example \(TimeWords(say: say, now: row.now).day(example))."))
    }

    private var example: CalendarDate { DutchTime.today(row.now).adding(days: 7) }
}

extension Problem {
    /// A form that no page of ours has made.
    static let unreadableForm = Problem(
        status: .badRequest, title: "Dit formulier kunnen we niet lezen",
        detail: "Er is niets veranderd. Ga terug, open de pagina opnieuw en probeer het nog een keer.")
}
