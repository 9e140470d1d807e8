import Foundation

extension LedgerFiles {
    /// Writes all of `bytes`, in as many calls as the system asks for.
    func writeAll(_ descriptor: Int32, _ bytes: [UInt8], at offset: Int) throws(SystemFault) {
        var written = 0
        while written < bytes.count {
            let taken = try write(descriptor, bytes[written...], at: offset + written)
            // A write that takes nothing and gives no error would go on for ever.
            guard taken > 0, taken <= bytes.count - written else { throw SystemFault(call: "pwrite", code: EIO) }
            written += taken
        }
    }
}
