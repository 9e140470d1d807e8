/// Reads field lines up to the empty line that ends them, byte by byte, RFC 9112 §5.
///
/// Used for heads and for trailers. It keeps places, not bytes. No folded lines, no space before the colon, no
/// bare CR or LF: each is refused where it is seen.
struct FieldScanner: ByteScanner {
    private enum Stage { case lineStart, name, beforeValue, value, lineEnd, sectionEnd }

    /// In bytes of the request.
    private(set) var lines: [Fields.Line] = []
    private var stage = Stage.lineStart
    private var length = 0
    private var number = 0
    private var name = 0..<0
    private var valueStart = 0
    private var valueEnd = 0
    /// Trailers are checked and then forgotten.
    private let keepsLines: Bool

    init(keepsLines: Bool) { self.keepsLines = keepsLines }

    /// Takes the byte at `offset`; true when it ended the section.
    @inline(__always)
    mutating func take(_ byte: UInt8, at offset: Int, limits: Limits) throws(RefusalReason) -> Bool {
        length += 1
        switch stage {
        case .lineStart:
            if byte == .carriageReturn {
                stage = .sectionEnd
                return false
            }
            guard !byte.isBlank else { throw .foldedField }
            guard byte != .lineFeed else { throw .lineEnd }
            guard byte.isToken else { throw .fieldName }
            guard number < limits.fields else { throw .tooManyFields }
            number += 1
            name = offset..<offset
            stage = .name
        case .name:
            if byte == UInt8(ascii: ":") {
                name = name.lowerBound..<offset
                stage = .beforeValue
            } else {
                guard byte.isToken else { throw .fieldName }
            }
        case .beforeValue:
            if byte.isBlank { break }
            (valueStart, valueEnd) = (offset, offset)
            stage = .value
            try takeValue(byte, at: offset)
        case .value: try takeValue(byte, at: offset)
        case .lineEnd:
            guard byte == .lineFeed else { throw .bareCarriageReturn }
            if keepsLines { lines.append(Fields.Line(name: name, value: valueStart..<valueEnd)) }
            stage = .lineStart
        case .sectionEnd:
            guard byte == .lineFeed else { throw .bareCarriageReturn }
            return true
        }
        guard length <= limits.fieldSection else { throw .fieldsTooLarge }
        return false
    }

    private mutating func takeValue(_ byte: UInt8, at offset: Int) throws(RefusalReason) {
        switch byte {
        case .carriageReturn: stage = .lineEnd
        case .lineFeed: throw .lineEnd
        case .space, .tab: break
        default:
            guard byte.isFieldContent else { throw .fieldValue }
            valueEnd = offset + 1
        }
    }
}
