import Foundation

/// Makes the ids of requests: unlike any other, but no secret, so one draw from the system's source starts them all.
struct RequestIDs: RandomNumberGenerator {
    private var state: UInt64
    private var weyl: UInt64

    init() {
        var system = SystemRandomNumberGenerator()
        (state, weyl) = (system.next(), system.next() | 1)
    }

    /// A version 4 UUID, RFC 9562 §5.4.
    mutating func makeID() -> UUID {
        let (high, low) = (next(), next())
        let versioned = high & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let varied = low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        return UUID(uuid: unsafeBitCast((versioned.bigEndian, varied.bigEndian), to: uuid_t.self))
    }

    /// SplitMix64 with a step of its own.
    mutating func next() -> UInt64 {
        state &+= weyl
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
