/// Why the server refused a request, or gave up on a connection, by itself: a code for logs and problem
/// documents, never a piece of what was sent.
package enum RefusalReason: String, Error, Hashable, Sendable, CaseIterable {
    // The request line, RFC 9112 §3.
    case method, methodTooLong, requestLineTooLong, version, versionNotSupported, lineEnd
    // The target, RFC 9112 §3.2 and RFC 3986.
    case target, targetForm, percentEncoding, controlInTarget, notUTF8, dotSegment, connectNotSupported
    // The fields, RFC 9110 §5 and RFC 9112 §5.
    case fieldName, fieldValue, foldedField, bareCarriageReturn, fieldsTooLarge, tooManyFields
    // Host, framing and expectation, RFC 9112 §3.2 and §6, RFC 9110 §10.1.1.
    case hostMissing, hostRepeated, host, hostMismatch, contentLength, lengthAndEncoding
    case transferEncoding, transferEncodingInHTTP10, transferCodingUnknown, expectation
    // The body, RFC 9112 §7.1.
    case bodyTooLarge, chunk, chunkLineTooLong, noRoomForBody
    // Time, connection, handler.
    case headTimeout, bodyTimeout, writeTimeout, truncated, tooManyConnections, noAnswer

    /// What the client is told.
    package var status: Status {
        switch self {
        case .requestLineTooLong: .uriTooLong
        case .fieldsTooLarge, .tooManyFields: .headerFieldsTooLarge
        case .bodyTooLarge: .contentTooLarge
        case .headTimeout, .bodyTimeout, .writeTimeout: .requestTimeout
        case .methodTooLong, .connectNotSupported, .transferCodingUnknown: .notImplemented
        case .versionNotSupported: .versionNotSupported
        case .expectation: .expectationFailed
        case .tooManyConnections, .noRoomForBody: .serviceUnavailable
        case .noAnswer: .internalServerError
        case .method, .version, .lineEnd, .target, .targetForm, .percentEncoding, .controlInTarget, .notUTF8,
            .dotSegment, .fieldName, .fieldValue, .foldedField, .bareCarriageReturn, .hostMissing, .hostRepeated,
            .host, .hostMismatch, .contentLength, .lengthAndEncoding, .transferEncoding, .transferEncodingInHTTP10,
            .chunk, .chunkLineTooLong, .truncated:
            .badRequest
        }
    }
}
