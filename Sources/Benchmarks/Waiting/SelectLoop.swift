import Foundation

/// `select` over all connections in one thread; it knows descriptors below 1,024 only.
struct SelectLoop {
    func serve(_ listener: Int32) {
        var open = DescriptorSet()
        open.insert(listener)
        var highest = listener
        while true {
            var ready = open
            guard select(highest + 1, &ready.bits, nil, nil, nil) > 0 else { return }
            for descriptor in 0...highest where ready.contains(descriptor) {
                if descriptor == listener {
                    let new = accept(listener, nil, nil)
                    guard new >= 0 else { continue }
                    guard open.insert(new) else { return }
                    highest = max(highest, new)
                } else if !CannedAnswer.exchange(on: descriptor) {
                    _ = close(descriptor)
                    open.remove(descriptor)
                }
            }
        }
    }
}

/// `FD_SET` and its companions are macros, which Swift does not see.
private struct DescriptorSet {
    var bits = fd_set()

    func contains(_ descriptor: Int32) -> Bool {
        withUnsafeBytes(of: bits) { $0[Int(descriptor) / 8] & (1 << UInt8(descriptor % 8)) != 0 }
    }

    /// - Returns: false when the descriptor is too high.
    @discardableResult
    mutating func insert(_ descriptor: Int32) -> Bool {
        withUnsafeMutableBytes(of: &bits) { bytes in
            guard Int(descriptor) / 8 < bytes.count else { return false }
            bytes[Int(descriptor) / 8] |= 1 << UInt8(descriptor % 8)
            return true
        }
    }

    mutating func remove(_ descriptor: Int32) {
        withUnsafeMutableBytes(of: &bits) { $0[Int(descriptor) / 8] &= ~(1 << UInt8(descriptor % 8)) }
    }
}
