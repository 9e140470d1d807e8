import Foundation

/// A port of this machine, in the system's form.
struct LoopbackAddress {
    private var address = sockaddr_in()

    /// - Parameters:
    ///   - host: the last number of 127.0.0.x. All of them are this machine, and each has its own client ports.
    ///   - port: 0 takes a free one.
    init(host: UInt8 = 1, port: UInt16) {
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = (0x7F00_0000 | UInt32(host)).bigEndian
    }

    var port: UInt16 { UInt16(bigEndian: address.sin_port) }

    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, Self.size) }
        }
    }

    mutating func withMutablePointer<Result>(
        _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Result
    ) -> Result {
        var size = Self.size
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &size) }
        }
    }

    private static let size = socklen_t(MemoryLayout<sockaddr_in>.size)
}
