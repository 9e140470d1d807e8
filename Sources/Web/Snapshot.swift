import Domain
import Foundation
import Hashing
import Ledger
import Matching
import Registry

/// Registry and live counts at one moment: what a request works with, without a lock.
///
/// One is made for every request, so it makes nothing that not every request asks for; an object, for a call is handed
/// on many times.
final class Snapshot: Sendable {
    let state: LedgerState
    let shelf: RegistryShelf

    /// The files, with the rules that shelters saved.
    var registry: Registry { shelf.registry }

    /// What the files say alone.
    var files: Registry { shelf.files }

    var socialMaps: SocialMaps { shelf.socialMaps }

    /// Which municipality somebody means who types a name.
    var municipalities: MunicipalityFinder { shelf.municipalities }

    init(shelf: RegistryShelf, state: LedgerState) { (self.shelf, self.state) = (shelf, state) }

    /// - Parameter registry: as its files say it.
    convenience init(registry: Registry, state: LedgerState) {
        self.init(shelf: RegistryShelf(registry, rules: state), state: state)
    }

    /// A hash of the registry's files and of the last record after which an answer may be another: of a count, of a
    /// hold, of rules, or of a start with examples, whose counts begin anew then.
    var dataVersion: String { shelf.counts(in: state).dataVersion }

    /// The same from the version of a registry alone.
    static func dataVersion(of registry: String, _ state: LedgerState) -> String {
        let both = Array("\(registry) \(state.dataHead.hex)".utf8)
        return String(SHA256.digest(of: both).hex.prefix(16))
    }

    /// What the rules found in words; the API speaks Dutch.
    var sentences: Sentences { shelf.sentences }

    /// The same in the language of a page.
    func sentences(in language: Language) -> Sentences {
        language == .dutch ? shelf.sentences : shelf.englishSentences
    }

    /// The same as pieces of an answer.
    var pieces: AnswerPieces { shelf.pieces }

    /// Ranks all current services for a person (feature F05).
    ///
    /// - Parameters:
    ///   - limit: how many placements are worked out; `nil` for all, and every excluded service too.
    ///   - scarcity: whether it counts who else needs a place.
    func result(
        for profile: Profile, at now: Date, limit: Int?, scarcity: Scarcity.Use = .off
    ) -> SearchResult {
        let counts = shelf.counts(in: state).table
        let others = shelf.scarcity(scarcity, where: profile, counts: counts, at: now)
        return shelf.finder.search(profile, counts: counts, at: now, limit: limit, scarcity: others)
    }

    /// A service as `audience` may see it.
    func view(of service: Service, for audience: Audience, at now: Date) -> ServiceView {
        ServiceView(
            of: service, capacity: state.capacity(of: service.id)?.capacity, for: audience, on: registry.geography,
            at: now)
    }

    /// Every service with beds, with the count it starts from: what the ledger needs to know of the registry.
    static func startingCapacities(of registry: Registry) -> [ServiceID: Capacity] {
        let shelters = registry.services.filter { !$0.isAmbulatory }
        return Dictionary(
            shelters.map { ($0.id, $0.startingCapacity ?? Capacity()) }, uniquingKeysWith: { first, _ in first })
    }
}
