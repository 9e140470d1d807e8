/// What an answer carries.
package enum Content: Sendable {
    /// Known whole. A large part of a larger array is sent from where it lies, without a copy.
    case bytes(ArraySlice<UInt8>)
    /// Made while it is sent, of a length nobody knows yet.
    case stream(ContentStream)

    /// `nil` of a stream.
    package var count: Int? {
        switch self {
        case .bytes(let bytes): bytes.count
        case .stream: nil
        }
    }
}
