import Foundation

/// SHA-256 over a message that arrives in pieces (FIPS 180-4 §6.2).
///
/// Foundation on Linux has no hash function, hence our own; it is checked with
/// the published vectors. A value: a copy goes on from where it was taken.
package struct SHA256: Sendable {
    private var state = SHA256State()
    /// The bytes after the last whole block; always fewer than 64.
    private var rest: [UInt8] = []
    private var byteCount: UInt64 = 0

    package init() {}

    package static func digest(of bytes: [UInt8]) -> SHA256Digest {
        var hash = SHA256()
        hash.update(bytes.span.bytes)
        return hash.finalize()
    }

    package mutating func update(_ bytes: some Sequence<UInt8>) {
        // A sequence without contiguous storage is copied once; everything of this program has it.
        let isContiguous: Void? = bytes.withContiguousStorageIfAvailable { update($0.span.bytes) }
        if isContiguous == nil { update(Array(bytes).span.bytes) }
    }

    package mutating func update(_ bytes: RawSpan) {
        byteCount &+= UInt64(bytes.byteCount)
        var offset = 0
        if !rest.isEmpty {
            offset = min(SHA256State.blockSize - rest.count, bytes.byteCount)
            append(bytes, from: 0, to: offset)
            guard rest.count == SHA256State.blockSize else { return }
            compressRest()
        }
        let wholeBlocks = (bytes.byteCount - offset) / SHA256State.blockSize * SHA256State.blockSize
        state.compress(bytes.extracting(offset..<offset + wholeBlocks))
        append(bytes, from: offset + wholeBlocks, to: bytes.byteCount)
    }

    /// Ends the message and gives its digest. The value stands at an empty message afterwards.
    package mutating func finalize() -> SHA256Digest {
        // FIPS 180-4 §5.1.1: a one bit, zeros, and the length in bits as 64 bits, to a whole block.
        let bitCount = byteCount &* 8
        rest.append(0x80)
        while rest.count % SHA256State.blockSize != SHA256State.blockSize - 8 { rest.append(0) }
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            rest.append(UInt8(truncatingIfNeeded: bitCount >> shift))
        }
        compressRest()
        let digest = state.digest
        self = SHA256()
        return digest
    }

    private mutating func compressRest() {
        // Taken out for the while: a span of a field keeps all of `self` from being changed.
        var blocks: [UInt8] = []
        swap(&blocks, &rest)
        state.compress(blocks.span.bytes)
        blocks.removeAll(keepingCapacity: true)
        rest = blocks
    }

    private mutating func append(_ bytes: RawSpan, from start: Int, to end: Int) {
        for offset in start..<end { rest.append(bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)) }
    }
}
