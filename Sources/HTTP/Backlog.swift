/// What a socket has not taken yet: pieces in order, none copied but the rest of a head.
struct Backlog {
    private var pieces: [ArraySlice<UInt8>] = []

    var isEmpty: Bool { pieces.isEmpty }

    /// The first two pieces, to be sent in one call; the second may be empty.
    var next: (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
        guard let first = pieces.first else { return nil }
        return (first, pieces.dropFirst().first ?? [])
    }

    /// Keeps what `output` holds after its first `sent` bytes.
    mutating func append(_ output: Output, from sent: Int) {
        // The buffer is used again at once, so its rest is copied; content stays where it lies.
        if sent < output.head.count { pieces.append(Array(output.head[sent...])[...]) }
        let content = output.content.dropFirst(max(0, sent - output.head.count))
        if !content.isEmpty { pieces.append(content) }
    }

    /// Forgets the first `count` bytes.
    mutating func drop(_ count: Int) {
        var rest = count
        while let first = pieces.first {
            guard rest >= first.count else {
                if rest > 0 { pieces[0] = first.dropFirst(rest) }
                return
            }
            rest -= first.count
            pieces.removeFirst()
        }
    }
}
