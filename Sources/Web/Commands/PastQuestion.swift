import Domain
import Foundation

/// Which answer of the past somebody wants to see again.
struct PastQuestion: Sendable {
    /// In whole milliseconds, not later than now.
    let moment: Date
    /// What the answer says of itself, where the moment alone is not enough.
    let dataVersion: String?

    /// - Returns: `nil` where nobody asks for the past.
    /// - Throws: a usage failure for a time that is none, that is not yet, or that is not one moment.
    init?(_ options: Options, now: Date) throws(CommandFailure) {
        let version = options["--data-version"]
        guard let text = options["--as-of"] else {
            guard version == nil else { throw .usage("--data-version hoort bij --as-of.") }
            return nil
        }
        if let version, !Self.isDataVersion(version) {
            throw .usage("‘\(version)’ is geen dataVersion: dat zijn 16 tekens, 0 tot en met 9 en a tot en met f.")
        }
        let moment = try Self.moment(text)
        guard moment <= now else { throw .usage("‘\(text)’ komt nog: --as-of herhaalt een antwoord van vroeger.") }
        // No journal is older than that.
        self.moment = max(Timestamp.wholeMilliseconds(moment), Date(timeIntervalSince1970: 0))
        dataVersion = version
    }

    private static func isDataVersion(_ text: String) -> Bool {
        text.utf8.count == 16
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// A moment as RFC 3339 writes it, or as the clock in the Netherlands says it.
    static func moment(_ text: String) throws(CommandFailure) -> Date {
        if let moment = Timestamp.date(text) { return moment }
        // `2026-11-20T21:00`, with or without seconds.
        let wall = Timestamp.date(text + (text.utf8.count == 16 ? ":00Z" : "Z"))
        guard let wall, let zone = TimeZone(identifier: DutchTime.zoneName) else {
            throw .usage("‘\(text)’ is geen tijd als 2026-11-20T20:00:00Z of 2026-11-20T21:00 (Nederlandse tijd).")
        }
        // Wherever the clock is put on or back, the day before and the day after know all that it can be.
        let offsets = Set([-86_400.0, 86_400].map { zone.secondsFromGMT(for: wall + $0) })
        let moments = offsets.map { wall - TimeInterval($0) }.filter { moment in
            wall.timeIntervalSince(moment) == TimeInterval(zone.secondsFromGMT(for: moment))
        }
        switch moments.count {
        case 1: return moments[0]
        case 0: throw .usage("‘\(text)’ was er niet: de klok ging toen een uur vooruit.")
        default:
            throw .usage("‘\(text)’ was er twee keer: de klok ging een uur terug. Zet +02:00 of +01:00 achter de tijd.")
        }
    }
}
