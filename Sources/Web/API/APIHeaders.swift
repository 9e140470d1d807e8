import Foundation
import HTTP

/// The fields every answer of the API carries (API Design Rules, `/core/version-header` and
/// `/core/transport/security-headers`).
enum APIHeaders {
    static func complete(_ response: inout Response, for request: Request?, isOpen: Bool) {
        response.fields.set(always)
        if let request { response.fields.set(requestID, request.id.uuidString.lowercased()) }
        if isOpen, request?.fields.contains(.authorization) == false {
            response.fields.set(.accessControlAllowOrigin, "*")
        }
    }

    static let requestID: FieldName = "X-Request-Id"

    /// Made once: they stand on every answer.
    private static let always: Fields = [
        "API-Version": Version.api, .cacheControl: "no-store",
        .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
        "Strict-Transport-Security": "max-age=31536000", "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer", .vary: "Accept, Authorization, Origin",
    ]
}
