/// A request method, RFC 9110 §9: a token of 1 to 32 bytes, compared with case.
///
/// Any token is a method here; which ones a resource knows is the router's business.
package struct Method: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    package static let maximumLength = 32

    package let rawValue: String

    /// `nil` unless `rawValue` is a token of at most ``maximumLength`` bytes.
    package init?(rawValue: String) {
        guard (1...Self.maximumLength).contains(rawValue.utf8.count), rawValue.utf8.allSatisfy(\.isToken) else {
            return nil
        }
        self.rawValue = rawValue
    }

    private init(known: String) { rawValue = known }

    /// Takes bytes the scanner has already checked.
    init(scanned bytes: Span<UInt8>) { rawValue = String(bytes) }

    package var description: String { rawValue }

    package static let get = Method(known: "GET")
    package static let head = Method(known: "HEAD")
    package static let post = Method(known: "POST")
    package static let put = Method(known: "PUT")
    package static let patch = Method(known: "PATCH")
    package static let delete = Method(known: "DELETE")
    package static let options = Method(known: "OPTIONS")
    package static let connect = Method(known: "CONNECT")
    package static let trace = Method(known: "TRACE")

    /// The methods of RFC 9110 and RFC 5789; anything else is answered with 501 where a server knows no more.
    package static let standard: Set<Method> = [
        .get, .head, .post, .put, .patch, .delete, .options, .connect, .trace,
    ]
}
