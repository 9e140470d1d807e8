import Foundation
import HTTP
import Testing

extension TestProgram {
    /// Posts a form, as a page of the site itself does.
    func post(
        _ path: String, _ values: KeyValuePairs<String, String>, cookie: String? = nil, fields: Fields = [:]
    ) throws -> Response {
        var unreserved = CharacterSet.alphanumerics
        unreserved.insert(charactersIn: "-._~")
        func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "" }
        let body = values.map { "\(encoded($0.key))=\(encoded($0.value))" }.joined(separator: "&")
        var all = fields
        if !all.contains("Content-Type") { all.set("Content-Type", "application/x-www-form-urlencoded") }
        all.set("Host", "opvangkaart.example")
        if let cookie { all.set("Cookie", cookie) }
        return try send(.make(.post, path, fields: all, body: Array(body.utf8)))
    }

    /// Signs in and gives the cookie, as `name=token`.
    func signIn(_ visitor: Visitor) throws -> String { try signIn(with: visitor.secret ?? "") }

    func signIn(with key: String) throws -> String {
        let response = try post("/inloggen", ["key": key])
        let field = try #require(response.fields["Set-Cookie"])
        return String(try #require(field.split(separator: ";").first))
    }

    func page(_ path: String, cookie: String? = nil) throws -> Response {
        try send(.make(.get, path, fields: cookie.map { ["Cookie": $0] } ?? [:]))
    }
}
