import Domain
import Foundation
import HTTP

extension LogEntry {
    /// One line, with why and at which byte a request was refused: never a query, a body or an address with a person in it; the route's pattern, not the path.
    var line: String {
        let place = refusalOffset.map { "@\($0)" } ?? ""
        let refused = refusal.map { " geweigerd=\($0.rawValue)\(place)" } ?? ""
        return "\(Timestamp.text(Date())) \(method?.rawValue ?? "-") \(label ?? "-") \(status.code) \(bytes)B "
            + "\(microseconds)us \(id.uuidString.lowercased())\(refused)"
    }
}
