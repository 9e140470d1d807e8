import HTTP
import Synchronization

/// Lets each address and each key through at its own pace, and keeps who tries wrong keys waiting.
///
/// Asked before anything else is done with a request. What it keeps is in memory only, bounded, and gone in seconds.
///
/// Its clock runs forward only, and is read by whoever holds the table. Were it read before, one thread could come with
/// an earlier moment than the one that was before it, and to set the clock of the machine would give everybody a new
/// burst.
final class Turnstile: Sendable {
    /// Why a request was answered with 429.
    enum Reason: String, CaseIterable, Sendable {
        case address, key, wrongKeys = "wrong_keys", assignments, streams
    }

    /// Where a wrong key was shown.
    enum Door: String, CaseIterable, Sendable { case form, api, proxy }

    /// How often since the program began.
    struct Counts: Sendable {
        var refusals: [Reason: Int] = [:]
        var wrongKeys: [Door: Int] = [:]
    }

    /// Places in each table of buckets, at some sixty bytes, and of wrong tries, at some two hundred.
    private static let (most, mostWrong) = (1 << 16, 1 << 14)

    private let addresses: Mutex<BucketTable<AddressBlock>?>
    private let keys: Mutex<BucketTable<String>?>
    private let wrongKeys: Mutex<WrongKeys?>
    private let counted = Mutex(Counts())
    private let clock: @Sendable () -> Moment

    init(_ limits: RequestLimits, clock: @escaping @Sendable () -> Moment) {
        self.clock = clock
        addresses = Mutex(limits.addressPace.map { BucketTable($0, most: Self.most) })
        keys = Mutex(limits.keyPace.map { BucketTable($0, most: Self.most) })
        wrongKeys = Mutex(limits.countsWrongKeys ? WrongKeys(most: Self.mostWrong) : nil)
    }

    /// Counts a request.
    ///
    /// - Parameters:
    ///   - keyID: of a key that counts; only it is counted then, whatever comes from the same address.
    ///   - peer: the client's address, for everybody else.
    /// - Throws: 429.
    func pass(keyID: String?, peer: String) throws(Problem) {
        let wait =
            if let keyID {
                keys.withLock { $0?.take(keyID, at: now) }
            } else {
                addresses.withLock { $0?.take(AddressBlock(peer), at: now) }
            }
        guard let wait, wait > 0 else { return }
        throw .tooManyRequests(retryAfter: Self.seconds(wait), because: keyID == nil ? .address : .key)
    }

    /// Whether `peer` may try to sign in.
    ///
    /// - Throws: 429 after too many wrong keys.
    func passSignIn(peer: String) throws(Problem) {
        let wait = wrongKeys.withLock { $0?.wait(of: AddressBlock(peer), at: now) }
        guard let wait, wait > 0 else { return }
        throw .tooManyWrongKeys(retryAfter: Self.seconds(wait))
    }

    /// Counts a key, or a name that a proxy told, that does not count.
    ///
    /// - Parameters:
    ///   - token: what was sent.
    ///   - door: where.
    /// - Throws: 429 where that is one too many.
    func noteWrong(_ token: some StringProtocol, at door: Door, peer: String) throws(Problem) {
        counted.withLock { $0.wrongKeys[door, default: 0] += 1 }
        let beginning = WrongKeys.beginning(of: token)
        let wait = wrongKeys.withLock { $0?.note(beginning, from: AddressBlock(peer), at: now) }
        guard let wait, wait > 0 else { return }
        throw .tooManyWrongKeys(retryAfter: Self.seconds(wait))
    }

    var counts: Counts { counted.withLock { $0 } }

    /// Counts an answer with 429, whoever decided on it.
    func count(_ problem: Problem) {
        guard let limit = problem.limit else { return }
        counted.withLock { $0.refusals[limit, default: 0] += 1 }
    }

    /// Nanoseconds; bounded, so that no clock makes the sums overflow. To be asked under the lock of a table.
    private var now: Int64 { Int64(min(clock().nanoseconds, UInt64(Int64.max / 2))) }

    /// Whole seconds, rounded up: who waits so long is let through.
    private static func seconds(_ nanoseconds: Int64) -> Int { Int((nanoseconds - 1) / 1_000_000_000 + 1) }
}
