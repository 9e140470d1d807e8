/// Whether the journal takes what is written, as far as the last write tells.
package enum LedgerHealth: String, Hashable, Sendable, CaseIterable {
    case sound
    /// The disk was full.
    case full
    /// The disk failed; nothing is written before the journal was read again.
    case failing
    /// The journal is damaged and was opened to be read only.
    case readOnly = "read_only"
    case closed

    /// After a write that ended in `failure`.
    init(after failure: LedgerError?) {
        switch failure {
        case nil: self = .sound
        case .noSpace: self = .full
        case .readOnly: self = .readOnly
        case .closed: self = .closed
        default: self = .failing
        }
    }
}
