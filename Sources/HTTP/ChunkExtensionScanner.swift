/// Checks what follows a chunk's size up to its line end, RFC 9112 §7.1.1:
/// `*( BWS ";" BWS chunk-ext-name [ BWS "=" BWS chunk-ext-val ] )`.
///
/// Blanks after which no `;` or `=` comes are not in the grammar, and are refused.
struct ChunkExtensionScanner {
    private enum Stage {
        case complete, completeThenBlank, beforeName, name, nameThenBlank, beforeValue, value, quoted, escaped
    }

    private var stage = Stage.complete

    /// Takes one byte; true when it was the CR that ends the line.
    mutating func take(_ byte: UInt8) throws(RefusalReason) -> Bool {
        switch stage {
        case .complete: return try takeSeparator(byte)
        case .name where byte.isToken, .value where byte.isToken: break
        case .value: return try takeSeparator(byte)
        case .name where byte == UInt8(ascii: "="), .nameThenBlank where byte == UInt8(ascii: "="):
            stage = .beforeValue
        case .name where byte.isBlank: stage = .nameThenBlank
        case .name: return try takeSeparator(byte)
        case .completeThenBlank, .nameThenBlank:
            guard byte.isBlank || byte == UInt8(ascii: ";") else { throw .chunk }
            if !byte.isBlank { stage = .beforeName }
        case .beforeName:
            guard byte.isBlank || byte.isToken else { throw .chunk }
            if !byte.isBlank { stage = .name }
        case .beforeValue:
            guard byte.isBlank || byte.isToken || byte == UInt8(ascii: "\"") else { throw .chunk }
            if !byte.isBlank { stage = byte.isToken ? .value : .quoted }
        case .quoted:
            guard byte.isFieldContent else { throw .chunk }
            if byte == UInt8(ascii: "\"") { stage = .complete }
            if byte == UInt8(ascii: "\\") { stage = .escaped }
        case .escaped:
            guard byte.isFieldContent else { throw .chunk }
            stage = .quoted
        }
        return false
    }

    /// After a size, a name or a value: the line end, a blank, or the next extension.
    private mutating func takeSeparator(_ byte: UInt8) throws(RefusalReason) -> Bool {
        switch byte {
        case .carriageReturn: return true
        case .space, .tab: stage = .completeThenBlank
        case UInt8(ascii: ";"): stage = .beforeName
        default: throw .chunk
        }
        return false
    }
}
