import Foundation
import HTTP

extension Problem {
    /// Too much in too short a time (RFC 6585 §4).
    ///
    /// - Parameter seconds: until there is room again; at least 1 is told.
    static func tooManyRequests(
        retryAfter seconds: Int, because limit: Turnstile.Reason? = nil
    ) -> Problem {
        wait(
            seconds, title: "Te veel verzoeken", because: limit,
            "Hier komen nu te veel verzoeken binnen. Wacht \(words(seconds)) en probeer het dan opnieuw.")
    }

    /// Too many keys that do not count, from one address or with one beginning.
    static func tooManyWrongKeys(retryAfter seconds: Int) -> Problem {
        wait(
            seconds, title: "Te veel pogingen", because: .wrongKeys,
            "Er kwamen te veel sleutels binnen die niet gelden. Wacht \(words(seconds)) en probeer het dan opnieuw.")
    }

    /// One key has as many groups under way as it may.
    static func tooManyAssignments(most: Int) -> Problem {
        wait(
            2, title: "Te veel verzoeken", because: .assignments,
            "We rekenen al aan \(most) groepen voor u. Wacht tot er een klaar is en probeer het dan opnieuw.")
    }

    /// Everybody together has as many groups under way as there may be.
    static let noRoomForAssignments = Problem(
        status: .serviceUnavailable, title: "Het is nu te druk",
        detail: "We rekenen nu aan te veel groepen tegelijk. Probeer het zo opnieuw.", fields: [.retryAfter: "2"])

    private static func wait(
        _ seconds: Int, title: String, because limit: Turnstile.Reason?, _ detail: String
    ) -> Problem {
        Problem(
            status: .tooManyRequests, title: title, detail: detail, fields: [.retryAfter: String(max(1, seconds))],
            limit: limit)
    }

    private static func words(_ seconds: Int) -> String { seconds <= 1 ? "1 seconde" : "\(seconds) seconden" }
}
