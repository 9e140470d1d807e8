import Dispatch
import Foundation
import Ledger

/// Writes down that a service started, and with what: an answer of today can be repeated later (see ``PastAnswer``).
enum StartRecord {
    /// Seconds until a record that was not kept is tried again.
    private static let pause = 5.0

    /// Returns when the record is on the disk, or was not taken.
    ///
    /// A start never fails by it. On a full disk it is tried again until there is room: it says itself when the files
    /// were read. Where the journal may only be read there is nothing to write.
    static func keep(
        _ start: ServiceStart?, in ledger: Ledger, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        guard let start else { return }
        let isAnswered = DispatchSemaphore(value: 0)
        submit(start, to: ledger, now: now) { isAnswered.signal() }
        isAnswered.wait()
    }

    private static func submit(
        _ start: ServiceStart, to ledger: Ledger, now: @escaping @Sendable () -> Date,
        then done: @escaping @Sendable () -> Void
    ) {
        let note = AccessNote(start: start)
        ledger.submit(Command(.note(.serviceStarted, note), by: nil, at: now())) { [weak ledger] result in
            switch result {
            case .success, .failure(.readOnly), .failure(.closed): break
            case .failure:
                DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + pause) { [weak ledger] in
                    if let ledger { submit(start, to: ledger, now: now) {} }
                }
            }
            done()
        }
    }
}
