import Foundation
import HTTP

/// The fields every page and file carries (conventions section 3).
enum PageHeaders {
    static func complete(_ response: inout Response, for request: Request, isProduction: Bool) {
        response.fields.set(always)
        response.fields.set(APIHeaders.requestID, request.id.uuidString.lowercased())
        if isProduction { response.fields.set(strictTransport, "max-age=31536000") }
        // Files say themselves how long they may be kept; of everything else nothing is.
        if !response.fields.contains(.cacheControl) { response.fields.set(.cacheControl, "no-store") }
        if !response.fields.contains(.etag) { response.fields.set(robots, "noindex, nofollow") }
    }

    /// Made once: they stand on every answer.
    private static let always: Fields = [
        .contentSecurityPolicy:
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    ]

    private static let strictTransport: FieldName = "Strict-Transport-Security"
    private static let robots: FieldName = "X-Robots-Tag"
}

/// The cookie that carries a session's token, and nothing else.
struct SessionCookie: Sendable {
    let isProduction: Bool

    private var name: String { isProduction ? "__Host-opvangkaart" : "opvangkaart" }

    private var attributes: String { "; Path=/; HttpOnly; SameSite=Strict" + (isProduction ? "; Secure" : "") }

    func setting(_ token: String) -> String { "\(name)=\(token)\(attributes)" }

    var removing: String { "\(name)=; Max-Age=0\(attributes)" }

    func token(in request: Request) -> String? {
        for field in request.fields.values("Cookie") {
            for pair in field.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
                if parts.count == 2, parts[0] == name { return parts[1] }
            }
        }
        return nil
    }
}

/// Whether a form was sent by a page of this site.
enum SameSite {
    /// By `Sec-Fetch-Site` and by `Origin`, as far as the browser tells them. Neither is sent by programs, which have
    /// no cookie to misuse.
    ///
    /// - Parameter site: our own address, where it is known. Else it is taken from `Host`, which a page of another site
    ///   cannot choose.
    static func isTrusted(_ request: Request, at site: Site?) -> Bool {
        if let sender = request.fields["Sec-Fetch-Site"], sender != "same-origin", sender != "none" { return false }
        guard let origin = request.fields["Origin"] else { return true }
        if let site { return origin == site.origin }
        guard let host = request.fields["Host"] else { return false }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }
}
