import Foundation

/// A bound, listening, non-blocking TCP socket.
struct ListeningSocket {
    let descriptor: Int32
    /// The bound port, also when 0 was asked for.
    let port: UInt16

    /// - Parameter host: a numeric IPv4 or IPv6 address, the latter also in brackets, or `localhost` (127.0.0.1).
    init(host: String, port: UInt16, backlog: Int32) throws(ServerError) {
        let address = try Self.resolve(host, port: port)
        descriptor = socket(address.family, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw .system(call: "socket", code: errno) }
        do throws(ServerError) {
            self.port = try Self.listen(on: descriptor, at: address, backlog: backlog)
        } catch {
            _ = close(descriptor)
            throw error
        }
    }

    private static func listen(
        on descriptor: Int32, at address: SocketAddress, backlog: Int32
    ) throws(ServerError) -> UInt16 {
        try SocketOption.makeNonBlocking(descriptor)
        try SocketOption.set(SO_REUSEADDR, level: SOL_SOCKET, of: descriptor)
        guard address.withPointer({ bind(descriptor, $0, $1) }) == 0 else {
            throw .system(call: "bind", code: errno)
        }
        guard Foundation.listen(descriptor, backlog) == 0 else { throw .system(call: "listen", code: errno) }
        var bound = SocketAddress()
        guard bound.withMutablePointer({ getsockname(descriptor, $0, $1) }) == 0 else {
            throw .system(call: "getsockname", code: errno)
        }
        return bound.port
    }

    private static func resolve(_ host: String, port: UInt16) throws(ServerError) -> SocketAddress {
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        let numeric = host == "localhost" ? "127.0.0.1" : isBracketed ? String(host.dropFirst().dropLast()) : host
        guard let address = SocketAddress(numericHost: numeric, port: port) else { throw .host }
        return address
    }
}
