import Foundation
import Testing

/// Writes the table of examples out as files, for the fuzz target to begin with; `Tests/Fuzz/run` asks for it.
@Suite("Seeds for the fuzz target")
struct SeedCorpusTests {
    private static let folder = ProcessInfo.processInfo.environment["OPVANGKAART_SEEDS"]
    /// The other kind of input the target knows: routes, an empty line, what is asked for.
    private static let routes = "\0GET /a/{x}\nPOST /a/b\nGET /{x}/b\n\nGET /a/b\nHEAD /a/c\nPUT /a/\n"

    @Test("every short example is a seed", .enabled(if: folder != nil))
    func seeds() throws {
        let folder = URL(filePath: try #require(Self.folder), directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (number, example) in RequestExample.short.enumerated() {
            try Data(example.bytes).write(to: folder.appending(component: "example-\(number)"))
        }
        try Data(Self.routes.utf8).write(to: folder.appending(component: "routes"))
    }
}
