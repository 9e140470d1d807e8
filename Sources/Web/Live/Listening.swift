import Access
import Foundation

/// Who hears of changes, and whether they still may.
struct Listening: Sendable {
    let principal: Principal
    private let isAllowed: @Sendable (Principal, Date) -> Bool

    /// - Parameter isAllowed: asked again before anything is sent, so it must be quick.
    init(_ principal: Principal, while isAllowed: @escaping @Sendable (Principal, Date) -> Bool) {
        (self.principal, self.isAllowed) = (principal, isAllowed)
    }

    /// Whoever showed a key hears of changes for as long as it counts.
    init(_ principal: Principal, with key: KeyHandle, in keys: KeyStore) {
        self.init(principal) { principal, now in keys.principal(for: key, at: now) == principal }
    }

    func isAllowed(at now: Date) -> Bool { isAllowed(principal, now) }
}
