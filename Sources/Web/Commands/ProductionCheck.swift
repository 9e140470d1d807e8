import Access
import Domain
import Foundation

/// What keeps a service from starting with `--production`: all of it at once, each with what to type against it.
struct ProductionCheck {
    private let state: URL
    private let now: Date

    init(state: URL, now: Date) { (self.state, self.now) = (state, now) }

    /// - Throws: ``CommandFailure`` with a line for each reason.
    func require() throws(CommandFailure) {
        let reasons = reasons
        guard reasons.isEmpty else { throw .failures(reasons) }
    }

    private var reasons: [String] {
        StateProtection(state).reasons + keyReasons + (MemoryDumps.areOff ? [] : [Self.dumpReason])
    }

    private static let dumpReason =
        "Na een crash kan de inhoud van het geheugen op de schijf komen. Zet de grens voor geheugendumps op 1"
        + " (bij systemd: LimitCORE=1)."

    private var keyReasons: [String] {
        let path = ShellWord(state.relativePath)
        let known = KeyStore.knownKeys(
            directory: state.path, secrets: AccessRole.allCases.map(DemonstrationKeys.secret),
            prefix: DemonstrationKeys.prefix)
        var reasons: [String] = []
        if known.contains(where: { !$0.hasPrefix(DemonstrationKeys.prefix) }) {
            let ids = known.filter { !$0.hasPrefix(DemonstrationKeys.prefix) }.map(ShellWord.init(_:))
            reasons += ids.map { id in
                "De sleutel \(id) is een probeersleutel. Iedereen kent hem. Typ: opvangkaart key revoke \(id) --state \(path)"
            }
        }
        if known.contains(where: { $0.hasPrefix(DemonstrationKeys.prefix) }) {
            reasons.append(
                "In \(KeyStore.fileName) staat een probeersleutel (\(DemonstrationKeys.prefix)…). Haal hem uit het bestand, of zet een backup terug."
            )
        }
        do {
            let keys = try KeyStore(directory: state.path)
            let admins = try keys.list().filter { $0.role == .admin && keys.isValid($0, at: now) }
            if admins.isEmpty {
                reasons.append(
                    "Er is geen geldige sleutel voor een beheerder. Typ: opvangkaart key issue --role admin --state \(path)"
                )
            }
        } catch {
            reasons.append(error.sentence)
        }
        return reasons
    }
}
