/// The fields that decide about the message and the connection, found in one pass over a head.
struct ControlFields {
    /// A field that may come once, with the place of its value; a second one is remembered, not merged.
    enum Single {
        case absent
        case once(Range<Int>)
        case repeated

        fileprivate mutating func meet(_ line: Fields.Line) {
            if case .absent = self { self = .once(line.value) } else { self = .repeated }
        }
    }

    private(set) var host = Single.absent
    private(set) var contentLength = Single.absent
    private(set) var transferEncoding = Single.absent
    private(set) var expectsContinue = false
    private(set) var expectsOther = false
    private(set) var saysClose = false
    private(set) var saysKeepAlive = false

    init(_ fields: Fields) {
        for line in fields.lines {
            // Most names fall out by their length alone.
            switch line.name.count {
            case 4 where fields.isNamed(line, .host): host.meet(line)
            case 6 where fields.isNamed(line, .expect): meetExpect(fields.raw(line.value))
            case 10 where fields.isNamed(line, .connection): meetConnection(fields.raw(line.value))
            case 14 where fields.isNamed(line, .contentLength): contentLength.meet(line)
            case 17 where fields.isNamed(line, .transferEncoding): transferEncoding.meet(line)
            default: break
            }
        }
    }

    private mutating func meetExpect(_ value: ArraySlice<UInt8>) {
        for piece in value.split(separator: UInt8(ascii: ",")) {
            let expectation = piece.trimmed
            guard !expectation.isEmpty else { continue }  // empty members count for nothing, RFC 9110 §5.6.1.2
            let isKnown = expectation.equalsIgnoringCase("100-continue".utf8)
            if isKnown { expectsContinue = true } else { expectsOther = true }
        }
    }

    private mutating func meetConnection(_ value: ArraySlice<UInt8>) {
        for piece in value.split(separator: UInt8(ascii: ",")) {
            let option = piece.trimmed
            if option.equalsIgnoringCase("close".utf8) { saysClose = true }
            if option.equalsIgnoringCase("keep-alive".utf8) { saysKeepAlive = true }
        }
    }
}
