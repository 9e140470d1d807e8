/// The moments of the last wrong tries, at most as many as are allowed in a minute.
struct WrongTries: Perishable, Sendable {
    /// The sixth within a minute is refused (conventions section 9).
    static let most = 6
    /// Nanoseconds.
    static let window: Int64 = 60_000_000_000

    /// Nanoseconds; rising.
    private var moments: [Int64] = []

    /// A try that is longer ago than the window is nothing; more of them weigh more than later ones.
    func weight(at now: Int64) -> Int64 {
        guard let last = moments.last, Self.counts(last, at: now) else { return 0 }
        return Int64(moments.count) * Self.window + last + Self.window - now
    }

    /// How long until there may be another, in nanoseconds; 0 for at once.
    func wait(at now: Int64) -> Int64 {
        let recent = moments.filter { Self.counts($0, at: now) }
        guard recent.count >= Self.most, let first = recent.first else { return 0 }
        return first + Self.window - now
    }

    /// Counts a wrong try. One that is refused does not count: who waits is let in again.
    ///
    /// - Returns: as ``wait(at:)``, with this try in it.
    mutating func note(at now: Int64) -> Int64 {
        moments.removeAll { !Self.counts($0, at: now) }
        if moments.count < Self.most { moments.append(now) }
        return wait(at: now)
    }

    private static func counts(_ moment: Int64, at now: Int64) -> Bool { moment + window > now }
}
