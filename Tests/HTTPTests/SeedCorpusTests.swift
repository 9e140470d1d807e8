import Foundation
import TestTools
import Testing

/// Writes the table of examples out as files, for the fuzz target to begin with: where `Tests/Fuzz/run` asks for it,
/// else to a folder that is removed again.
@Suite("Seeds for the fuzz target")
struct SeedCorpusTests {
    private static let folder = ProcessInfo.processInfo.environment["OPVANGKAART_SEEDS"]
    /// Another kind of input the target knows: routes, an empty line, what is asked for.
    private static let routes = "\0GET /a/{x}\nPOST /a/b\nGET /{x}/b\n\nGET /a/b\nHEAD /a/c\nPUT /a/\n"

    /// The third kind: values of fields.
    private static let values = [
        "bytes=0-4,-3, 6-", "gzip;q=0.5, *;q=0", "W/\"a\", \"b,c\", *", "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "text/html;q=0.8, */*",
    ]

    @Test("every short example is a seed")
    func seeds() throws {
        let own = TemporaryDirectory()
        defer { withExtendedLifetime(own) {} }
        let folder = Self.folder.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? own.url
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var seeds = RequestExample.short.enumerated().map { ("example-\($0.offset)", $0.element.bytes) }
        seeds.append(("routes", Array(Self.routes.utf8)))
        seeds += Self.values.enumerated().map { ("value-\($0.offset)", [1] + Array($0.element.utf8)) }

        for (name, bytes) in seeds { try Data(bytes).write(to: folder.appending(component: name)) }

        let written = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(written).isSuperset(of: seeds.map(\.0)))
        #expect(written.count > 700)
    }
}
