import Foundation
import Testing

@Suite("The style sheet is whole")
struct StyleSheetWholeTests {
    /// A block that is not closed takes all that follows into it: what was for the screen is then for paper alone.
    @Test func everyBlockEndsBeforeTheNextPart() throws {
        let file = Shipped.publicFolder.appending(path: "opvangkaart.css")
        let lines = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        var depth = 0
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("/*") { #expect(depth == 0, "line \(index + 1)") }
            depth += line.count { $0 == "{" } - line.count { $0 == "}" }
            #expect((0...2).contains(depth), "line \(index + 1)")
        }
        #expect(depth == 0)
    }
}
