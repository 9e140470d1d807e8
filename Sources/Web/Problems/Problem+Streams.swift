import Foundation
import HTTP

extension Problem {
    /// One key has as many streams open as it may.
    static func tooManyStreams(most: Int) -> Problem {
        Problem(
            status: .tooManyRequests, title: "Te veel verbindingen",
            detail: "U luistert al met \(most) verbindingen. Sluit er een en probeer het dan opnieuw.",
            fields: [.retryAfter: "10"], limit: .streams)
    }

    /// Everybody together has as many streams open as there may be.
    static let noRoomForStreams = Problem(
        status: .serviceUnavailable, title: "Het is nu te druk",
        detail: "Er luisteren nu te veel verbindingen. Probeer het zo opnieuw, of haal de aantallen zelf op.",
        fields: [.retryAfter: "10"])
}
