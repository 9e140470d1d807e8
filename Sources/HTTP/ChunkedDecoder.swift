/// Takes the chunked coding off a body, RFC 9112 §7.1; extensions and trailers are checked and dropped.
struct ChunkedDecoder {
    private enum Stage { case size, extensions, sizeEnd, data, dataEnd, dataLineEnd, trailers }

    private var stage = Stage.size
    /// The size as far as read, then what is left of the chunk.
    private var remaining = 0
    /// Bytes of content so far.
    private var decoded = 0
    private var hasDigits = false
    private var lineLength = 0
    private var extensions = ChunkExtensionScanner()
    private var trailers = FieldScanner(keepsLines: false)
    private var trailerLength = 0

    /// Decodes from `bytes` at `position` on into `body`, or into nothing; true when the body is complete. Reads
    /// nothing after it. On a refusal `position` is at the byte that decided.
    mutating func decode(
        _ bytes: Span<UInt8>, from position: inout Int, into body: inout [UInt8], keeping isKept: Bool = true,
        limits: Limits
    ) throws(RefusalReason) -> Bool {
        while position < bytes.count {
            if stage == .trailers {
                return try takeTrailers(bytes, from: &position, limits: limits)
            } else if stage == .data {
                let count = min(remaining, bytes.count - position)
                if isKept { body.append(bytes.extracting(position..<(position + count))) }
                position += count
                decoded += count
                remaining -= count
                if remaining == 0 { stage = .dataEnd }
            } else {
                let isComplete = try take(bytes[position], limits: limits)
                position += 1
                if isComplete { return true }
            }
        }
        return false
    }

    private mutating func takeTrailers(
        _ bytes: Span<UInt8>, from position: inout Int, limits: Limits
    ) throws(RefusalReason) -> Bool {
        let base = trailerLength - position
        defer { trailerLength = base + position }
        return try trailers.take(bytes, from: &position, base: base, limits: limits)
    }

    private mutating func take(_ byte: UInt8, limits: Limits) throws(RefusalReason) -> Bool {
        switch stage {
        case .size, .extensions: try takeSizeLine(byte, room: limits.body - decoded, limits: limits)
        case .sizeEnd:
            guard byte == .lineFeed else { throw .chunk }
            stage = remaining == 0 ? .trailers : .data
        case .data, .trailers: break  // taken in runs
        case .dataEnd:
            guard byte == .carriageReturn else { throw .chunk }
            stage = .dataLineEnd
        case .dataLineEnd:
            guard byte == .lineFeed else { throw .chunk }
            (stage, remaining, hasDigits, lineLength) = (.size, 0, false, 0)
        }
        return false
    }

    /// `1*HEXDIG` and extensions; a size past the body limit is refused at the digit that makes it so.
    private mutating func takeSizeLine(_ byte: UInt8, room: Int, limits: Limits) throws(RefusalReason) {
        lineLength += 1
        guard byte == .carriageReturn || lineLength <= limits.chunkLine else { throw .chunkLineTooLong }
        if stage == .size, let digit = byte.hexadecimalValue {
            let (sixteenfold, overflow) = remaining.multipliedReportingOverflow(by: 16)
            guard !overflow, sixteenfold <= room - Int(digit) else { throw .bodyTooLarge }
            remaining = sixteenfold + Int(digit)
            hasDigits = true
            return
        }
        guard hasDigits else { throw .chunk }
        if stage == .size { (stage, extensions) = (.extensions, ChunkExtensionScanner()) }
        if try extensions.take(byte) { stage = .sizeEnd }
    }
}

extension [UInt8] {
    mutating func append(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
    }
}
