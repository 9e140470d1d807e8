import Dispatch
import Synchronization

/// Work that takes long: one piece at a time, on a thread of its own, so that nobody else waits for it.
///
/// Who waits for it is bounded too, for each key and for all together: what nobody waits for any more need not be done.
final class AsideQueue: Sendable {
    typealias Work = @Sendable () throws -> Reply

    /// Under way or waiting.
    struct Places: Sendable {
        var perKey = 2
        var all = 16
    }

    private let places: Places
    private let queue = DispatchQueue(label: "aside", qos: .utility)
    private let taken = Mutex<[String: Int]>([:])

    init(places: Places = Places()) { self.places = places }

    /// How many pieces are under way or wait.
    var count: Int { taken.withLock { $0.values.reduce(0, +) } }

    /// Takes a place, reads what is to be done, and does it when its turn comes.
    ///
    /// - Parameters:
    ///   - prepare: what can be said at once; an error gives the place back.
    ///   - answer: takes the result, once, on the queue.
    /// - Throws: 429 where the key has as many places as it may, 503 where all are taken; what `prepare` throws.
    func run(
        for keyID: String, preparing prepare: () throws -> Work, then answer: @escaping Reply.Sink
    ) throws {
        try enter(keyID)
        do {
            let work = try prepare()
            queue.async { [self] in
                let result = Result { try work() }.mapError { $0 as? Problem ?? .internalFault }
                // Before the answer: who has it may ask again.
                leave(keyID)
                answer(result)
            }
        } catch {
            leave(keyID)
            throw error
        }
    }

    private func enter(_ keyID: String) throws(Problem) {
        try taken.withLock { taken throws(Problem) in
            let own = taken[keyID, default: 0]
            guard own < places.perKey else { throw .tooManyAssignments(most: places.perKey) }
            guard taken.values.reduce(0, +) < places.all else { throw .noRoomForAssignments }
            taken[keyID] = own + 1
        }
    }

    private func leave(_ keyID: String) {
        taken.withLock { taken in
            let left = taken[keyID, default: 0] - 1
            taken[keyID] = left > 0 ? left : nil
        }
    }
}
