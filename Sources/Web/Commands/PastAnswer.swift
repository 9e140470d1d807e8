import Domain
import Foundation
import Hashing
import Ledger
import Matching
import Registry

/// An answer of the past given again, and what changed since.
///
/// An answer follows from the registry's files, the moment from which examples count, the records of the journal, the
/// profile and the moment of the search. The journal has all but the files and the profile: where the files are others
/// by now, that is said. What a search saw is what was on the disk at that moment. A record made in the last
/// milliseconds before it may not have been there yet; the `dataVersion` of an answer says which were.
struct PastAnswer {
    private let asOf: Date
    private let comparedAt: Date
    private let then: SearchBody
    /// What to know of the answer, in sentences.
    private let notices: [String]
    private let comparison: ResultComparison

    /// - Parameters:
    ///   - scarcity: as the answer was asked for then.
    ///   - profile: reads the profile by the codes of a registry.
    ///   - now: what is compared with.
    init(
        _ question: PastQuestion, scarcity: Scarcity.Use, profile read: (Registry) throws -> Profile, data: URL,
        state: URL, at now: Date
    ) throws {
        (asOf, comparedAt) = (question.moment, now)
        // Before the journal, which may be long: a fault in a file or the profile is told at once.
        let today = try RegistryLoader.load(data, now: now)
        let profile = try read(today)
        let past = try Self.past(question, registry: today.version, state: state)
        let state = try Self.state(of: past, question)
        let before = try MatchGround.snapshot(state, start: past.start, data: data, at: question.moment)
        let after = try MatchGround.snapshot(past.now, start: past.now.start ?? past.start, data: data, at: now)
        then = before.search(profile, at: question.moment, detail: .full, scarcity: scarcity)
        comparison = ResultComparison(
            then, after.search(profile, at: now, detail: .full, scarcity: scarcity), holds: past.laterHolds)
        notices = Self.notices(on: past, registry: before.registry, question)
    }

    // MARK: The journal

    private static func past(
        _ question: PastQuestion, registry: String, state: URL
    ) throws(CommandFailure) -> PastState {
        do throws(LedgerError) {
            guard let version = question.dataVersion else {
                return try Ledger.past(directory: state.path, at: question.moment)
            }
            let recogniser = DataVersionRecogniser(version, registry: registry)
            return try Ledger.past(directory: state.path, at: question.moment, where: recogniser.recognises)
        } catch {
            guard case .damaged = error else { throw .failure(error.sentence) }
            throw .failure(
                error.sentence + " Zo is het antwoord van toen niet te herhalen. Zet eerst een backup terug.")
        }
    }

    private static func state(of past: PastState, _ question: PastQuestion) throws(CommandFailure) -> LedgerState {
        if let then = past.then { return then }
        if let version = question.dataVersion {
            throw .failure("Bij --data-version ‘\(version)’ hoort geen stand van dit journaal en dit register.")
        }
        guard let begin = past.begin else {
            throw .failure("In het journaal staat nog niets: er is geen antwoord van vroeger te herhalen.")
        }
        throw .failure(
            "Het journaal begint op \(DutchTime.exact(begin)) (\(Timestamp.preciseText(begin))). "
                + "Van een eerder moment is geen antwoord te herhalen.")
    }

    private static func notices(on past: PastState, registry: Registry, _ question: PastQuestion) -> [String] {
        var notices: [String] = []
        if let start = past.start {
            if start.registry != registry.version {
                notices.append(
                    "De bestanden van het register zijn nu anders dan toen. Dit antwoord komt van de bestanden van nu, "
                        + "met de aantallen van toen.")
            }
        } else {
            notices.append(
                "In het journaal staat niet wanneer de dienst toen startte. Was het register anders, dan zien we dat "
                    + "niet. Aantallen van voorbeelden tellen vanaf het gevraagde moment.")
        }
        if question.dataVersion != nil, let last = past.then?.lastRecordAt, last > question.moment {
            notices.append(
                "De stand bij --data-version is van na het gevraagde moment: van \(Timestamp.preciseText(last)).")
        }
        return notices
    }

    // MARK: Telling

    var text: String {
        let head = "Het antwoord van \(DutchTime.exact(asOf)) (\(Timestamp.preciseText(asOf))), met de stand van toen."
        let lines = [head] + notices.map { "Let op: \($0)" } + ["", PlainResult(then).text, ""]
        return (lines + comparison.lines(since: asOf, until: comparedAt)).joined(separator: "\n")
    }

    private struct Rest: Encodable {
        let asOf: String
        let comparedAt: String
        let notices: [String]
        let changes: [ResultChange]
    }

    /// The body of the API as it was, to the byte, with more members at its end.
    func jsonBytes() throws -> [UInt8] {
        let rest = Rest(
            asOf: Timestamp.preciseText(asOf), comparedAt: Timestamp.preciseText(comparedAt), notices: notices,
            changes: comparison.changes)
        return try then.jsonBytes().dropLast() + [UInt8(ascii: ",")] + rest.jsonBytes().dropFirst()
    }
}

/// Finds the state of which an answer says that it comes from it.
private final class DataVersionRecogniser {
    private let version: String
    private let registry: String
    /// What was looked at last: most records change nothing of it.
    private var last: (head: SHA256Digest, start: ServiceStart?)?

    /// - Parameter registry: the version of today's files, for answers that came without a server.
    init(_ version: String, registry: String) { (self.version, self.registry) = (version, registry) }

    func recognises(_ state: LedgerState) -> Bool {
        if let last, last.head == state.dataHead, last.start == state.start { return false }
        last = (state.dataHead, state.start)
        if Snapshot.dataVersion(of: registry, state) == version { return true }
        guard let other = state.start?.registry, other != registry else { return false }
        return Snapshot.dataVersion(of: other, state) == version
    }
}
