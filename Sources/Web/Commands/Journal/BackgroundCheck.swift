import Domain
import Foundation
import Ledger

/// The look at the part of a long journal that a start has passed over: beside the running service, with what time the
/// machine has left.
enum BackgroundCheck {
    /// Begins, and returns at once. Says something only where something is wrong; nobody waits for its end.
    static func begin(directory: String, _ tell: @escaping @Sendable ([String]) -> Void) {
        let thread = Thread {
            // On Linux this is the thread's own.
            _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, 15)
            let lines = complaints(directory: directory)
            if !lines.isEmpty { tell(lines.map { "\(Timestamp.text(Date())) \($0)" }) }
        }
        thread.start()
    }

    static func complaints(directory: String) -> [String] {
        do throws(LedgerError) {
            return try Ledger.verify(directory: directory).badSnapshots.map {
                "LET OP: \($0) klopt niet met het journaal. Start de dienst opnieuw na ‘opvangkaart journal compact’."
            }
        } catch {
            guard case .damaged = error else { return ["Het journaal nakijken lukt niet: \(error.sentence)"] }
            return ["LET OP: het journaal is beschadigd. \(error.sentence)"]
        }
    }
}
