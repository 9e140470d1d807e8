/// What the server has to tell that is no answer to anybody.
package enum ServerNotice: Hashable, Sendable {
    /// The system gave no descriptor or memory for a connection; those who connect wait. Told at most once in
    /// ten seconds.
    case cannotAccept(code: Int32)
    /// More connections than the server takes; those who connect are sent away. Told at most once in ten seconds.
    case full
}
