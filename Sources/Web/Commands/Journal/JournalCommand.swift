import Domain
import Foundation
import Hashing
import Ledger

/// `opvangkaart journal verify | compact | history`.
enum JournalCommand {
    static func run(_ words: [String], _ terminal: Terminal) throws -> Int32 {
        let rest = Array(words.dropFirst())
        do {
            switch words.first {
            case "verify": return try verify(rest, terminal)
            case "compact": return try compact(rest, terminal)
            case "history": return try history(rest, terminal)
            case let word?: throw CommandFailure.usage("De opdracht ‘journal \(word)’ bestaat niet.")
            case nil: throw CommandFailure.usage("Kies journal verify, journal compact of journal history.")
            }
        } catch let error as LedgerError {
            throw CommandFailure.failure(error.sentence)
        }
    }

    /// The state directory, which must have a journal: what is not there cannot be looked at.
    static func state(_ options: Options) throws -> String {
        let state = options.folder("--state", standard: ".opvangkaart")
        guard try !Ledger.segments(directory: state.path).isEmpty else {
            throw CommandFailure.failure("In de map \(state.relativePath) staat geen journaal.")
        }
        return state.path
    }

    private static func verify(_ words: [String], _ terminal: Terminal) throws -> Int32 {
        let state = try state(Options(words, valued: ["--state"]))
        do throws(LedgerError) {
            tell(try Ledger.verify(directory: state), terminal)
            return 0
        } catch {
            guard case .damaged = error else { throw error }
            // What was found, as with `check`; only what keeps the command from looking is a complaint.
            terminal.say(error.sentence)
            return 1
        }
    }

    private static func compact(_ words: [String], _ terminal: Terminal) throws -> Int32 {
        let done = try Ledger.compact(directory: try state(Options(words, valued: ["--state"])))
        if let tail = done.tornTail {
            let kept = tail.keptIn.map { " Het staat nu in \($0)." } ?? ""
            terminal.say("\(tail.sentence) Dat is eraf geknipt.\(kept)")
        }
        terminal.say("Gemaakt: \(done.snapshot). Daarmee start de dienst sneller.")
        for name in done.removed { terminal.say("Opgeruimd: \(name).") }
        terminal.say("Uit het journaal ging niets weg.")
        tell(done.verification, terminal)
        return 0
    }

    private static func tell(_ found: Verification, _ terminal: Terminal) {
        terminal.say(
            "In orde: \(Counted.lines(found.records)) in \(Counted.files(found.segments)). Elke regel klopt en volgt op de vorige."
        )
        if found.records > 0 { terminal.say("Controlegetal van de laatste regel: \(found.head.hex)") }
        if let tail = found.tornTail {
            terminal.say(
                "\(tail.sentence) Draait de dienst, dan schrijft hij daar nu. Anders knipt de volgende start het eraf.")
        }
        for name in found.goodSnapshots { terminal.say("\(name): klopt met het journaal.") }
        for name in found.badSnapshots {
            terminal.say("\(name): klopt niet. Een start leest dan het journaal. ‘journal compact’ maakt een nieuwe.")
        }
    }

    private static func history(_ words: [String], _ terminal: Terminal) throws -> Int32 {
        let options = try Options(words, valued: ["--state"], flags: ["--json"], operands: 1)
        guard let word = options.operands.first else { throw CommandFailure.usage("Noem het id van een dienst.") }
        guard let service = ServiceID(rawValue: word) else { throw CommandFailure.usage("‘\(word)’ is geen id.") }
        let isJSON = options.has("--json")
        var isKnown = false
        try Ledger.history(directory: try state(options), of: service) { sealed in
            isKnown = true
            let line = HistoryLine(sealed, about: service)
            terminal.say(isJSON ? line.json : line.text)
        }
        guard isKnown else { throw CommandFailure.failure("Over de dienst ‘\(word)’ staat niets in het journaal.") }
        return 0
    }
}

/// Numbers of things, as one says them.
enum Counted {
    static func lines(_ count: Int) -> String { count == 1 ? "1 regel" : "\(count) regels" }
    static func files(_ count: Int) -> String { count == 1 ? "1 bestand" : "\(count) bestanden" }
    static func keys(_ count: Int) -> String { count == 1 ? "1 sleutel" : "\(count) sleutels" }
}
