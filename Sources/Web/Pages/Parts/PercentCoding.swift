import Foundation

/// Text as a part of an address (RFC 3986 §2).
enum PercentCoding {
    /// A name or value of a query: everything but unreserved characters is encoded.
    static func query(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
