import Foundation

/// A word as somebody types it in a shell: with quotes where it would be more than one, or something else.
struct ShellWord: CustomStringConvertible {
    let description: String

    init(_ word: String) {
        let isPlain =
            !word.isEmpty && !word.hasPrefix("-")
            && word.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
        // What steers a terminal has no place in a line for people.
        let seen = String(
            String.UnicodeScalarView(word.unicodeScalars.filter { $0.properties.generalCategory != .control }))
        description = isPlain ? word : "'" + seen.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}
