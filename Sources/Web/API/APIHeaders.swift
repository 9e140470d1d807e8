import Foundation
import HTTP

/// The fields every answer of the API carries (API Design Rules, `/core/version-header` and
/// `/core/transport/security-headers`).
enum APIHeaders {
    static func complete(_ response: inout Response, for request: Request?, isOpen: Bool) {
        let fields: [(FieldName, String)] = [
            ("API-Version", Version.api), ("Cache-Control", "no-store"),
            ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            ("Strict-Transport-Security", "max-age=31536000"), ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
        ]
        for (name, value) in fields { response.fields.set(name, value) }
        response.fields.set("Vary", "Accept, Authorization, Origin")
        if let request { response.fields.set("X-Request-Id", request.id.uuidString.lowercased()) }
        if isOpen, request?.fields.contains("Authorization") == false {
            response.fields.set("Access-Control-Allow-Origin", "*")
        }
    }
}
