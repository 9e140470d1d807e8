import Foundation

/// What may be written beside a key: whose it is, in words and for a single sign-on.
enum KeyText {
    /// The most characters of a name, of a user, and of the two of them in Unicode scalars.
    static let mostName = 200
    static let mostUser = 128

    /// One line that can be read: no control characters, no others that only steer how text is shown, such as those
    /// that turn its direction, and not blanks alone.
    static func isName(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        return (1...mostName).contains(scalars.count) && !scalars.allSatisfy(\.properties.isWhitespace)
            && !scalars.contains { isUnseen($0.properties.generalCategory) }
    }

    private static func isUnseen(_ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: false
        }
    }

    /// Visible ASCII without a comma, compared byte by byte: what a proxy can put into a header field as it is, and
    /// what cannot be two of them joined (RFC 9110 §5.2).
    static func isUser(_ text: String) -> Bool {
        (1...mostUser).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ",") }
    }
}
