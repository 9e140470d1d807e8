import Dispatch
import Domain
import Foundation
import Ledger
import Registry
import Synchronization
import TestTools
import Testing

@testable import Web

@Suite("What stands: the files and the rules that were saved")
struct EffectiveRegistryTests {
    private static let id = ServiceID.make(Village.visible)

    /// Whatever comes first, and however many read meanwhile: counts and rules of an answer are of one moment.
    @Test func everySnapshotIsOfOneMoment() throws {
        let program = try TestProgram(Village.registry)
        let board = SnapshotBoard(registry: program.registry, ledger: program.ledger)
        let script = LedgerScript(program.ledger)
        let wrong = Mutex(0)
        let readers = DispatchGroup()
        let isDone = Mutex(false)
        for _ in 0..<3 {
            DispatchQueue.global().async(group: readers) {
                while !isDone.withLock({ $0 }) {
                    let snapshot = board.current
                    let saved = snapshot.state.rules(of: Self.id)?.saved
                    let stands = snapshot.registry.service(Self.id)?.rules
                    if let saved, stands?.admission != saved.admission { wrong.withLock { $0 += 1 } }
                }
            }
        }
        for age in 0..<40 {
            try script.rules(program.registry, maximumAge: 40 + age)
            // Who wrote reads what was written.
            #expect(board.current.registry.service(Self.id)?.admission.maximumAge == .years(40 + age))
        }
        isDone.withLock { $0 = true }
        readers.wait()

        #expect(wrong.withLock { $0 } == 0)
    }

    /// A count makes no new registry.
    @Test func countsLeaveTheShelfAsItIs() throws {
        let program = try TestProgram(Village.registry)
        let board = SnapshotBoard(registry: program.registry, ledger: program.ledger)
        let before = try #require(board.current.registry.service(Self.id))

        try LedgerScript(program.ledger).report(1)
        let counted = board.current
        try LedgerScript(program.ledger).rules(program.registry)
        let ruled = board.current

        #expect(counted.registry.service(Self.id) === before && counted.socialMaps === counted.socialMaps)
        #expect(ruled.registry.service(Self.id) !== before && ruled.socialMaps !== counted.socialMaps)
        #expect(ruled.files.service(Self.id) === before && ruled.dataVersion != counted.dataVersion)
    }

    @Test func aStartTellsOfRulesThatDoNotCount() throws {
        let program = try TestProgram(Village.registry)
        let script = LedgerScript(program.ledger)
        try script.rules(program.registry)
        let gone = ServiceID.make("voorbeeld-weg")
        let sets = RulesChange.Sets(before: AdmissionRules(), after: AdmissionRules(languages: ["nl"]))
        try script.submit(
            .stateRules(RulesStatement(service: gone, sets: sets, on: CalendarDate(script.moment), ifVersion: 0)))

        let lines = UnusedRules.all(in: program.ledger.state, for: program.registry).map(\.line)

        #expect(lines.count == 1 && lines.first?.contains("‘voorbeeld-weg’") == true)
        #expect(program.ledger.state.rules(of: gone)?.saved?.languages == ["nl"])
        // A service that the files have again has its rules again.
        #expect(program.registry.applying([Self.id: sets.after]).registry.service(Self.id)?.languages == ["nl"])
    }

    @Test func theHistoryOfAServiceNamesItsRules() throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).rules(program.registry)

        let run = Recorder.run(["journal", "history", Village.visible, "--state", program.directory.path])
        let json = Recorder.run(["journal", "history", Village.visible, "--state", program.directory.path, "--json"])

        #expect(run.status == 0 && run.output.contains("opnameregels gewijzigd"))
        #expect(run.output.contains("maximumAge onbekend → 66") && run.output.contains("opnameregels nagekeken"))
        #expect(json.output.contains(#""field":"maximumAge","new":66,"old":null"#))
    }
}
