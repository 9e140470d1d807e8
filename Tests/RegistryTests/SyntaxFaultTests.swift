import Foundation
import Testing

private let file = SmallRegistry.brabant

/// What is no JSON is told as `file:line:column` (contract sections 1 and 9).
@Suite("Faults of syntax in a file")
struct SyntaxFaultTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let text: [UInt8]
        let fault: String
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ fault: String) {
            (self.name, self.text, self.fault) = (name, Array(text.utf8), fault)
        }

        init(_ name: String, bytes: [UInt8], _ fault: String) {
            (self.name, self.text, self.fault) = (name, bytes, fault)
        }
    }

    @Test(arguments: [
        Example("empty file", "", "1:1 empty_text"),
        Example("only line ends", "\n\n", "3:1 empty_text"),
        Example("no JSON", "provincie: NL-NB", "1:1 unexpected_byte"),
        Example("comma at the end", "{\n  \"organizations\": [],\n}", "3:1 unexpected_byte"),
        Example("cut", "{\n  \"province\": \"NL-NB\"", "2:22 unexpected_end"),
        Example("two documents", "{}\n{}", "2:1 text_after_value"),
        Example("comment", "{ // tekst\n}", "1:3 unexpected_byte"),
        Example("key given twice", "{ \"province\": \"NL-NB\",\n  \"province\": \"NL-NB\" }", "2:3 duplicate_name"),
        Example("key given twice after a letter of two bytes", "{\"é\": 1, \"é\": 1}", "1:10 duplicate_name"),
        Example("key given twice at depth", "{\"a\": [\r\n{\"b\": 1, \"b\": 2}]}", "2:10 duplicate_name"),
        Example("lone surrogate", "{\n\t\"province\": \"\\ud800\" }", "2:15 lone_surrogate"),
        Example("number out of range", "{ \"a\": 1e400 }", "1:8 number_out_of_range"),
        Example("number beyond Int", "{ \"a\": 99999999999999999999 }", "1:8 number_out_of_range"),
        Example("leading zero", "{ \"a\": 012 }", "1:8 malformed_number"),
        Example("line end in a text", "{ \"a\": \"b\nc\" }", "1:10 control_character"),
        Example("unknown escape", "{ \"a\": \"\\x\" }", "1:9 unknown_escape"),
        Example("too deep", String(repeating: "[", count: 33), "1:33 nested_too_deeply"),
        Example("Latin 1", bytes: [0x22, 0x46, 0xEB, 0x22], "1:1 not_utf8"),
        Example("UTF-16", bytes: [0xFF, 0xFE, 0x7B, 0x00], "1:1 unexpected_byte"),
    ])
    func oneFault(_ example: Example) throws {
        let folder = try SmallRegistry.folder()
        try folder.write(example.text, to: file)

        #expect(folder.faults.map { $0.replacingOccurrences(of: "\(file):", with: "") } == [example.fault])
    }

    @Test func aByteOrderMarkIsSkippedInEveryFile() throws {
        let folder = try DataFolder(SmallRegistry.trees.mapValues { Array(("\u{FEFF}" + $0.text).utf8) })

        #expect(folder.faults == [])
    }

    @Test(arguments: SmallRegistry.trees.keys.sorted())
    func aMissingFileIsAFault(name: String) throws {
        let folder = try SmallRegistry.folder()
        try folder.remove(name)

        #expect(folder.faults == ["\(name) missing_file"])
    }

    @Test func aFolderIsNoFile() throws {
        let folder = try SmallRegistry.folder()
        try folder.remove(file)
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: file), withIntermediateDirectories: false)

        #expect(folder.faults == ["\(file) unreadable"])
    }

    @Test func anEmptyFolderLacksEverything() throws {
        #expect(try DataFolder([:]).faults.sorted() == SmallRegistry.trees.keys.map { "\($0) missing_file" }.sorted())
    }
}
