import Domain
import Foundation
import HTTP

extension LogEntry {
    /// One line, with why and at which byte a request was refused: never a query, a body or an address with a person in it; the route's pattern, not the path.
    var line: String {
        let place = refusalOffset.map { "@\($0)" } ?? ""
        let refused = refusal.map { " geweigerd=\($0.rawValue)\(place)" } ?? ""
        return "\(Timestamp.text(Date())) \(knownMethod ?? "-") \(label ?? "-") \(status.code) \(bytes)B "
            + "\(microseconds)us \(id.uuidString.lowercased())\(refused)"
    }

    /// Any other is a word that somebody made up.
    private var knownMethod: String? {
        method.flatMap { HTTP.Method.standard.contains($0) ? $0.rawValue : nil }
    }
}

extension ServerNotice {
    /// One line for the log.
    var line: String {
        switch self {
        case .cannotAccept(let code):
            "\(Timestamp.text(Date())) Geen plaats voor nieuwe verbindingen: \(String(cString: strerror(code))). "
                + "Wie verbinding zoekt, wacht. Rustige verbindingen gaan dicht."
        case .full:
            "\(Timestamp.text(Date())) Alle verbindingen zijn bezet. Wie er nu bij wil, krijgt 503. "
                + "Rustige verbindingen gaan dicht."
        }
    }
}
