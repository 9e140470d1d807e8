/// The address of a page of ours to go to after signing in, as a form carries it.
///
/// Only what can lead nowhere else: a path and choices with the characters our own addresses have, that begins with one
/// slash.
struct LocalAddress: Sendable {
    let path: String

    init?(_ text: String) {
        guard text.utf8.count <= 300, text.hasPrefix("/"), !text.hasPrefix("//") else { return nil }
        guard text.unicodeScalars.allSatisfy(Self.allowed.contains) else { return nil }
        path = text
    }

    private static let allowed = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-_.?=&".unicodeScalars)
}
