import Foundation
import HTTP
import Testing

extension Response {
    /// A page without what each page has in another guise: tokens, the other language, the last event.
    var textWithoutTokens: String {
        let languages = text.components(separatedBy: "\" hreflang").map { part in
            part.range(of: "href=\"", options: .backwards).map { String(part[..<$0.lowerBound]) } ?? part
        }
        return ["name=\"token\" value=\"", "data-live=\""].reduce(languages.joined()) { page, start in
            let parts = page.components(separatedBy: start)
            let rest = parts.dropFirst().map { String($0.drop { $0 != "\"" }) }
            return ([parts[0]] + rest).joined()
        }
    }

    /// The cookie it sets, as a browser sends it back.
    var newCookie: String? {
        guard let field = fields["Set-Cookie"] else { return nil }
        return String(field.prefix { $0 != ";" })
    }
}

extension TestProgram {
    /// What addresses of pages begin with while a page is asked in another language.
    @TaskLocal static var prefix = ""

    /// An address of a page in the language that is asked for.
    static func address(_ path: String) -> String { path == "/" && !prefix.isEmpty ? prefix : prefix + path }

    /// Posts a form, as a page of the site itself does.
    ///
    /// - Parameter token: what the forms of the session carry; taken from its pages where none is given.
    func post(
        _ path: String, _ values: KeyValuePairs<String, String>, cookie: String? = nil, token: String? = nil,
        fields: Fields = [:],
        from peer: String = ""
    ) throws -> Response {
        let pairs = values.map { (key: $0.key, value: $0.value) }
        return try post(path, pairs, cookie: cookie, token: token, fields: fields, from: peer)
    }

    func post(
        _ path: String, _ values: [(key: String, value: String)], cookie: String? = nil, token: String? = nil,
        fields: Fields = [:],
        from peer: String = ""
    ) throws -> Response {
        var unreserved = CharacterSet.alphanumerics
        unreserved.insert(charactersIn: "-._~")
        func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "" }
        var pairs = values.map { "\(encoded($0.key))=\(encoded($0.value))" }
        if let token = try token ?? cookie.flatMap({ try formToken(cookie: $0) }) { pairs.append("token=\(token)") }
        let body = pairs.joined(separator: "&")
        var all = fields
        if !all.contains("Content-Type") { all.set("Content-Type", "application/x-www-form-urlencoded") }
        all.set("Host", "opvangkaart.example")
        if let cookie { all.set("Cookie", cookie) }
        return try send(.make(.post, Self.address(path), fields: all, body: Array(body.utf8), from: peer))
    }

    /// Posts the form of the admission rules to be checked.
    ///
    /// - Parameter standing: what stood when the form was opened; what stands now where it is left out.
    func postRules(_ values: KeyValuePairs<String, String>, standing: String? = nil) throws -> Response {
        let cookie = try signIn(.shelter)
        let page = try page(SamplePages.rules, cookie: cookie).text
        let now = page.firstMatch(of: /name="stand" value="([0-9a-f-]+)"/).map { String($0.1) }
        var all = values.map { "\($0.key)=\($0.value)" }
        all += ["stand=\(standing ?? now ?? "")", "doe=controleren", "token=\(try formToken(cookie: cookie) ?? "")"]
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~=")
        let body = all.map { $0.addingPercentEncoding(withAllowedCharacters: allowed) ?? "" }.joined(separator: "&")
        let fields: Fields = [
            "Content-Type": "application/x-www-form-urlencoded", "Host": "opvangkaart.example", "Cookie": cookie,
        ]
        return try send(.make(.post, SamplePages.rules, fields: fields, body: Array(body.utf8)))
    }

    /// What the forms of a session's pages carry, where it has any.
    func formToken(cookie: String) throws -> String? {
        let page = try page("/account", cookie: cookie).text
        return page.range(of: "name=\"token\" value=\"").map { String(page[$0.upperBound...].prefix { $0 != "\"" }) }
    }

    /// Signs in and gives the cookie, as `name=token`.
    func signIn(_ visitor: Visitor) throws -> String { try signIn(with: visitor.secret ?? "") }

    func signIn(with key: String) throws -> String {
        let response = try post("/inloggen", ["key": key])
        return try #require(response.newCookie)
    }

    func page(_ path: String, cookie: String? = nil) throws -> Response {
        try send(.make(.get, Self.address(path), fields: cookie.map { ["Cookie": $0] } ?? [:]))
    }
}
