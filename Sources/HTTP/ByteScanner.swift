/// A part of a request's grammar as a function of one byte after another, so that it cannot depend on how they were
/// delivered.
protocol ByteScanner {
    /// Takes the byte at `offset` of the request; true when it ended the part.
    mutating func take(_ byte: UInt8, at offset: Int, limits: Limits) throws(RefusalReason) -> Bool
}

extension ByteScanner {
    /// Takes bytes from `position` on and moves it past what was taken; true when they ended the part. On a refusal
    /// `position` is at the byte that decided.
    ///
    /// - Parameter base: where in the request the input begins.
    mutating func take(
        _ input: Span<UInt8>, from position: inout Int, base: Int, limits: Limits
    ) throws(RefusalReason) -> Bool {
        while position < input.count {
            let isComplete = try take(input[position], at: base + position, limits: limits)
            position += 1
            if isComplete { return true }
        }
        return false
    }
}
