import Foundation

/// The eight working words of SHA-256 and the compression of whole blocks into them.
struct SHA256State: Sendable {
    static let blockSize = 64

    private var a: UInt32 = 0x6a09_e667
    private var b: UInt32 = 0xbb67_ae85
    private var c: UInt32 = 0x3c6e_f372
    private var d: UInt32 = 0xa54f_f53a
    private var e: UInt32 = 0x510e_527f
    private var f: UInt32 = 0x9b05_688c
    private var g: UInt32 = 0x1f83_d9ab
    private var h: UInt32 = 0x5be0_cd19

    /// The digest of what was taken in.
    var digest: SHA256Digest { SHA256Digest((a, b, c, d, e, f, g, h)) }

    /// Takes in whole blocks, in order.
    ///
    /// - Precondition: a multiple of 64 bytes.
    mutating func compress(_ blocks: RawSpan) {
        precondition(blocks.byteCount % Self.blockSize == 0, "SHA-256 compresses whole blocks")
        let constants = Self.constants
        var schedule = InlineArray<64, UInt32>(repeating: 0)
        for start in stride(from: 0, to: blocks.byteCount, by: Self.blockSize) {
            Self.expand(blocks, at: start, into: &schedule)
            // As spans: an InlineArray that is only read is copied whole at every subscript.
            mix(schedule.span, constants.span)
        }
    }

    /// FIPS 180-4 §6.2.2, step 1: the message schedule.
    private static func expand(_ blocks: RawSpan, at start: Int, into schedule: inout InlineArray<64, UInt32>) {
        for index in 0..<16 {
            schedule[index] = UInt32(
                bigEndian: blocks.unsafeLoadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self))
        }
        for index in 16..<64 {
            let near = schedule[index &- 15]
            let far = schedule[index &- 2]
            let small0 = near.rotated(7) ^ near.rotated(18) ^ (near &>> 3)
            let small1 = far.rotated(17) ^ far.rotated(19) ^ (far &>> 10)
            schedule[index] = schedule[index &- 16] &+ small0 &+ schedule[index &- 7] &+ small1
        }
    }

    /// FIPS 180-4 §6.2.2, steps 2 to 4: sixty-four rounds, then added to what was.
    private mutating func mix(_ schedule: Span<UInt32>, _ constants: Span<UInt32>) {
        precondition(schedule.count == 64 && constants.count == 64, "SHA-256 has 64 rounds")
        // Local words stay in registers; the fields of `self` would be written back in every round.
        var (a, b, c, d, e, f, g, h) = (self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h)
        // Eight rounds at a time, so that the words change roles instead of places.
        for first in stride(from: 0, to: 64, by: 8) {
            func word(_ offset: Int) -> UInt32 {
                constants[unchecked: first &+ offset] &+ schedule[unchecked: first &+ offset]
            }
            Self.round(a, b, c, &d, e, f, g, &h, word(0))
            Self.round(h, a, b, &c, d, e, f, &g, word(1))
            Self.round(g, h, a, &b, c, d, e, &f, word(2))
            Self.round(f, g, h, &a, b, c, d, &e, word(3))
            Self.round(e, f, g, &h, a, b, c, &d, word(4))
            Self.round(d, e, f, &g, h, a, b, &c, word(5))
            Self.round(c, d, e, &f, g, h, a, &b, word(6))
            Self.round(b, c, d, &e, f, g, h, &a, word(7))
        }
        (self.a, self.b, self.c, self.d) = (self.a &+ a, self.b &+ b, self.c &+ c, self.d &+ d)
        (self.e, self.f, self.g, self.h) = (self.e &+ e, self.f &+ f, self.g &+ g, self.h &+ h)
    }

    /// One round; the words are named as the standard names them before it.
    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
        _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
    ) {
        let choice = (e & f) ^ (~e & g)
        let first = h &+ (e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)) &+ choice &+ word
        let majority = (a & b) ^ (a & c) ^ (b & c)
        d = d &+ first
        h = first &+ (a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)) &+ majority
    }

    /// FIPS 180-4 §4.2.2: from the cube roots of the first 64 primes.
    private static let constants: InlineArray<64, UInt32> = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}

extension UInt32 {
    /// Rotated to the right by `count` bits, 1 to 31.
    fileprivate func rotated(_ count: UInt32) -> UInt32 { self &>> count | self &<< (32 &- count) }
}
