/// A field value that cannot end its line, RFC 9110 §5.5.
///
/// Whatever text goes in, what comes out has no control byte but HTAB: each other one
/// is a space, as RFC 9110 §5.5 lets a recipient do, and spaces at both ends are gone.
/// So no text, wherever it came from, can split a response or add a field to it.
package struct FieldValue: Hashable, Sendable, ExpressibleByStringInterpolation {
    package let text: String

    package init(_ text: String) {
        let bytes = text.utf8
        let isClean = bytes.allSatisfy(\.isFieldContent)
        if isClean, bytes.first?.isBlank != true, bytes.last?.isBlank != true {
            self.text = text
        } else {
            let kept = bytes.map { $0.isFieldContent ? $0 : .space }
            self.text = String(decoding: kept.trimmed, as: UTF8.self)
        }
    }

    package init(stringLiteral literal: String) { self.init(literal) }

    /// Takes bytes the scanner has already checked: UTF-8 where they are that, else one character a byte
    /// (ISO 8859-1), so that nothing is lost.
    init(scanned bytes: ArraySlice<UInt8>) {
        text =
            String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
