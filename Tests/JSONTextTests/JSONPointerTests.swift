import JSONText
import Testing

@Suite("JSON Pointer, RFC 6901")
struct JSONPointerTests {
    /// The examples of §5.
    @Test(arguments: [
        ("foo", "/foo"), ("", "/"), ("a/b", "/a~1b"), ("c%d", "/c%d"), ("e^f", "/e^f"), ("g|h", "/g|h"),
        (#"i\j"#, #"/i\j"#), (#"k"l"#, #"/k"l"#), (" ", "/ "), ("m~n", "/m~0n"),
    ])
    func examplesOfTheStandard(name: String, text: String) {
        #expect(JSONPointer.whole.appending(name).description == text)
    }

    @Test(arguments: [
        ("~1", "/~01"), ("~0", "/~00"), ("/~", "/~1~0"), ("~~//", "/~0~0~1~1"), ("~01", "/~001"),
        ("a/\u{301}", "/a~1\u{301}"), ("a~\u{301}", "/a~0\u{301}"),
    ])
    func escapesEveryTildeAndSlash(name: String, text: String) {
        let written = JSONPointer.whole.appending(name).description
        #expect(Array(written.utf8) == Array(text.utf8))
    }

    @Test func wholeIsEmpty() { #expect(JSONPointer.whole.description.isEmpty) }

    @Test func stepsAreJoined() {
        let pointer = JSONPointer.whole.appending("organizations").appending(0).appending("services").appending(12)

        #expect(pointer.description == "/organizations/0/services/12")
        #expect(pointer.appending("a/b").description == "/organizations/0/services/12/a~1b")
    }

    @Test func theSameStepsAreEqual() {
        #expect(JSONPointer.whole.appending("a").appending(1) == JSONPointer.whole.appending("a").appending(1))
        #expect(JSONPointer.whole.appending("1") != JSONPointer.whole.appending(1))
    }
}
