/// A bucket of tokens: each request takes one, and they come back at an even pace up to a number.
///
/// Kept as the moment at which it will be full again, in which all is said (the generic cell rate algorithm, ITU-T
/// I.371): a full bucket is as good as none.
struct Bucket: Perishable, Sendable {
    /// Nanoseconds on the same clock as every `now`, which never runs back.
    private var fullAt: Int64 = .min

    /// How fast tokens come back, and how many there are.
    struct Pace: Sendable {
        /// Nanoseconds until the next token.
        fileprivate let step: Int64
        /// Nanoseconds until an empty bucket is full.
        fileprivate let span: Int64

        /// - Parameters:
        ///   - rate: tokens that come back in a second; 1 to ``most``.
        ///   - burst: how many there are; at least 1.
        init(rate: Int, burst: Int) {
            step = 1_000_000_000 / Int64(min(max(1, rate), Self.most))
            span = step * Int64(min(max(1, burst), Self.most))
        }

        static let most = 1_000_000
    }

    func weight(at now: Int64) -> Int64 { fullAt > now ? fullAt - now : 0 }

    /// Takes a token.
    ///
    /// - Returns: 0, or how long until there is one, in nanoseconds; then nothing was taken.
    mutating func take(_ pace: Pace, at now: Int64) -> Int64 {
        let missing = weight(at: now)
        let wait = missing + pace.step - pace.span
        guard wait <= 0 else { return wait }
        fullAt = now + missing + pace.step
        return 0
    }
}
