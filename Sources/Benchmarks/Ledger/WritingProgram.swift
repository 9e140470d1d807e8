import Foundation

/// A program that keeps counts on the disk, told "one bed less" by several writers at once.
///
/// Every writer has a service of its own and waits for the answer before it goes on; an update names the version it
/// builds on and is on the disk when it is answered.
protocol WritingProgram {
    var name: String { get }

    /// - Throws: when an update was refused or got lost.
    func round(writers: Int, seconds: Int) throws -> WriteRound
}

/// What came of one round.
struct WriteRound {
    let updatesPerSecond: Double
    /// Of single updates; `nil` where the program does not tell.
    var times: Timing?
}
