import Testing

@testable import HTTP

@Suite("Grammar, with every byte in every position")
struct GrammarTests {
    @Test("a byte may stand where the ABNF has it, and nowhere else", arguments: BytePosition.all)
    func everyByte(_ position: BytePosition) {
        let (before, after) = ([UInt8](position.before), [UInt8](position.after))

        let wrong = (UInt8.min...UInt8.max).filter { byte in
            let outcomes = parse(before + [byte] + after)
            let isYes =
                switch position.question {
                case .complete: outcomes.count == 1 && outcomes.first?.parsed != nil
                case .possible: outcomes.allSatisfy { $0.reason == nil }
                }
            return isYes != position.allowed.contains(byte)
        }
        #expect(wrong.map { "0x" + String($0, radix: 16) } == [])
    }

    @Test("a field name made by the program is a token, RFC 9110 §5.6.2", arguments: [[], [0x78]] as [[UInt8]])
    func fieldName(before: [UInt8]) {
        let allowed = (UInt8.min...UInt8.max).filter { FieldName(before + [$0]) != nil }
        #expect(ByteSet(allowed) == .token)
        #expect(FieldName([]) == nil)
    }

    @Test("a method made by the program is a token, RFC 9110 §9.1")
    func method() {
        let allowed = (UInt8.min...UInt8.max).filter { Method(rawValue: String(UnicodeScalar($0))) != nil }
        #expect(ByteSet(allowed) == .token)
    }

    @Test("a body is given as it came, whatever its bytes")
    func body() {
        let bytes = Array(UInt8.min...UInt8.max)
        let plain = [UInt8](make("PUT / HTTP/1.1", "Content-Length: 256")) + bytes
        let chunked = [UInt8](RequestExample.chunked("100\r\n")) + bytes + [UInt8]("\r\n0\r\n\r\n")

        #expect(parse(plain).first?.parsed?.body == bytes)
        #expect(parse(chunked).first?.parsed?.body == bytes)
    }

    @Test("every other version is answered 505, everything that is no version 400, RFC 9112 §2.3")
    func versions() {
        for (major, minor) in (0...9).flatMap({ major in (0...9).map { (major, $0) } }) {
            let outcome = parse(make("GET / HTTP/\(major).\(minor)")).first
            let isSupported = major == 1 && minor <= 1
            #expect((outcome?.parsed != nil) == isSupported)
            #expect((outcome?.reason?.status.code == 505) == !isSupported)
        }
    }
}
