import Foundation

/// What a server was given to work with, as every worker needs it.
struct Service: Sendable {
    let limits: Limits
    let timeouts: Timeouts
    let refusalAnswer: @Sendable (Status, RefusalReason, UUID) -> Response
    let bodyLimit: @Sendable (RequestHead) -> Int?
    /// For one worker.
    let bodyBudget: Int
    let handler: @Sendable (Request, Responder) -> Void
    let log: @Sendable ([LogEntry]) -> Void
    let clock: ServerClock
    /// `nil` lets every worker make its own.
    let makeID: (@Sendable () -> UUID)?
}
