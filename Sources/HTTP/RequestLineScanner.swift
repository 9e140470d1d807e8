/// Reads `method SP request-target SP HTTP-version CRLF` byte by byte, RFC 9112 §3.
///
/// It keeps places, not bytes; places count from the first byte of the request. One empty line may come first
/// (RFC 9112 §2.2). Being a function of one byte after another, it cannot depend on how they were delivered.
struct RequestLineScanner: ByteScanner {
    private enum Stage { case start, emptyLineEnd, method, target, version, lineEnd }

    private static let protocolName = Array("HTTP/".utf8)

    private var stage = Stage.start
    private var lineStart = 0
    private var versionLength = 0
    private var major: UInt8 = 0
    private var minor: UInt8 = 0
    private(set) var method = 0..<0
    private(set) var target = 0..<0

    /// Whether something was read but the empty line.
    var hasBegun: Bool { stage != .start && stage != .emptyLineEnd }

    /// HTTP/1.1, else HTTP/1.0; known at the end of the line.
    var isHTTP11: Bool { minor == 1 }

    /// Takes the byte at `offset`; true when it ended the line.
    @inline(__always)
    mutating func take(_ byte: UInt8, at offset: Int, limits: Limits) throws(RefusalReason) -> Bool {
        if byte != .carriageReturn, byte != .lineFeed, offset - lineStart >= limits.requestLine {
            throw .requestLineTooLong
        }
        switch stage {
        case .start:
            if byte == .carriageReturn, offset == 0 {
                stage = .emptyLineEnd
            } else {
                guard byte.isToken else { throw .method }
                (lineStart, stage) = (offset, .method)
            }
        case .emptyLineEnd:
            guard byte == .lineFeed else { throw .lineEnd }
            (lineStart, stage) = (offset + 1, .start)
        case .method:
            if byte == .space {
                (method, stage) = (lineStart..<offset, .target)
                target = (offset + 1)..<(offset + 1)
            } else {
                guard byte.isToken else { throw .method }
                guard offset - lineStart < Method.maximumLength else { throw .methodTooLong }
            }
        case .target:
            if byte == .space {
                target = target.lowerBound..<offset
                guard !target.isEmpty else { throw .target }
                stage = .version
            } else {
                guard byte.isTarget else { throw .target }
            }
        case .version: try takeVersion(byte)
        case .lineEnd:
            guard byte == .lineFeed else { throw .bareCarriageReturn }
            return true
        }
        return false
    }

    /// `HTTP/` in capitals, a digit, a dot, a digit, RFC 9112 §2.3.
    private mutating func takeVersion(_ byte: UInt8) throws(RefusalReason) {
        defer { versionLength += 1 }
        switch versionLength {
        case ..<Self.protocolName.count:
            guard byte == Self.protocolName[versionLength] else { throw .version }
        case 5:
            guard byte.isDigit else { throw .version }
            major = byte - 0x30
        case 6:
            guard byte == UInt8(ascii: ".") else { throw .version }
        case 7:
            guard byte.isDigit else { throw .version }
            minor = byte - 0x30
        default:
            guard byte == .carriageReturn else { throw byte == .lineFeed ? .lineEnd : .version }
            guard major == 1, minor <= 1 else { throw .versionNotSupported }
            stage = .lineEnd
        }
    }
}
