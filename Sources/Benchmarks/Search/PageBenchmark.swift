import Foundation
import Registry

/// The pages of a search: session, form, search, sentences and HTML; all but the socket.
struct PageBenchmark {
    private static let search =
        "age=24&gender=female&household=single&exploitationForms=sexual&threat=orange"
        + "&dangerAreas=NL-OV&urgency=now&currentMunicipality=Utrecht"

    let registry: Registry
    let scratch: ScratchFolder

    func run() throws {
        let program = try InProcess(registry: registry, scratch: scratch, folder: "state-page")
        let visit = try program.signIn()
        Figures.title("The README's search as a page, without the socket")
        let pages = [
            ("answer", "zoeken", ""), ("answer with all that does not fit", "zoeken", "&pastNiet=alle"),
            ("overview for the person", "overzicht", ""),
        ]
        for (name, path, more) in pages {
            let kilobytes = try program.page(path, Self.search + more, by: visit) / 1_000
            let timing = try Timing(runs: 101) { try program.page(path, Self.search + more, by: visit) }
            Figures.line(name, timing.median * 1e3, "ms", below: 5, note: "\(kilobytes) kB")
        }
    }
}
