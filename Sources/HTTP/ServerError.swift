/// Why a server could not start.
package enum ServerError: Error, Hashable, Sendable {
    /// Not a numeric address and not `localhost`.
    case host
    case alreadyStarted
    case system(call: String, code: Int32)
}
