import Foundation
import HTTP
import TestTools

/// A request on its way to become one that nobody should send.
struct HostileRequest: CustomStringConvertible {
    var method: String
    var path: String
    var query: String
    var fields: [(name: String, value: String)]
    var body: [UInt8]

    var description: String {
        let head = fields.map { "\($0.name): \($0.value.prefix(60))" }.joined(separator: ", ")
        return
            "\(method) \(path.prefix(120))?\(query.prefix(120)) [\(head)] \(String(decoding: body.prefix(200), as: UTF8.self))"
    }

    /// A word that nobody says, in every value that is made up here. None may come back.
    static let word = "kwikstaartnest"

    /// As the server would hand it on; `nil` where its parser would not.
    var request: Request? {
        guard let method = HTTP.Method(rawValue: method) else { return nil }
        var all: Fields = [:]
        for field in fields {
            guard let name = FieldName(field.name), field.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                return nil
            }
            all.add(name, field.value)
        }
        let items: [QueryItem]
        do { items = try query.isEmpty ? [] : QueryItem.list(of: Array(query.utf8)[...]) } catch { return nil }
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        let segments = parts.map { String($0).removingPercentEncoding }
        guard segments.allSatisfy({ $0 != nil }) else { return nil }
        return Request(
            method: method, path: path, segments: segments.compactMap { $0 }, query: items, fields: all, body: body,
            peer: MarkedVillage.peer, id: UUID())
    }

    mutating func mutate(using random: inout SeededGenerator) {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            switch Int.random(in: 0..<10, using: &random) {
            case 0: method = Self.methods.randomElement(using: &random) ?? "GET"
            case 1: changePath(using: &random)
            case 2: changeQuery(using: &random)
            case 3, 4, 5: changeField(using: &random)
            default: changeBody(using: &random)
            }
        }
    }

    private mutating func changePath(using random: inout SeededGenerator) {
        let value = Self.encoded(Self.values.randomElement(using: &random) ?? "")
        var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: parts.append(value)
        case 1: parts[Int.random(in: parts.indices, using: &random)] = value
        case 2: parts.insert("", at: Int.random(in: parts.indices, using: &random))
        default: parts.removeLast()
        }
        path = "/" + parts.joined(separator: "/")
    }

    private mutating func changeQuery(using random: inout SeededGenerator) {
        let name = ["page", "pageSize", "text", "detail", "from", "lastEventId", "naam"].randomElement(using: &random)
        let value = Self.encoded(Self.values.randomElement(using: &random) ?? "")
        query += (query.isEmpty ? "" : "&") + "\(name ?? "")=\(value)"
    }

    private mutating func changeField(using random: inout SeededGenerator) {
        let name = Self.names.randomElement(using: &random) ?? "Accept"
        let value = Self.fieldValues.randomElement(using: &random) ?? ""
        if Bool.random(using: &random) { fields.removeAll { $0.name == name } }
        fields.append((name, value))
    }

    private mutating func changeBody(using random: inout SeededGenerator) {
        let piece = Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
        let place = Int.random(in: 0...body.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: body = piece
        case 1: body.insert(contentsOf: piece, at: place)
        case 2: body = Array(body.prefix(place))
        case 3 where place < body.count: body[place] = UInt8.random(in: .min ... .max, using: &random)
        case 4: body += body
        default: changeValue(using: &random)
        }
    }

    /// Puts something else where a value of the JSON stands.
    private mutating func changeValue(using random: inout SeededGenerator) {
        let text = String(decoding: body, as: UTF8.self)
        let ends = text.indices.filter { text[$0] == ":" }
        guard let start = ends.randomElement(using: &random) else { return }
        let behind = text.index(after: start)
        let end = text[behind...].firstIndex { $0 == "," || $0 == "}" } ?? text.endIndex
        body = Array((text[..<behind] + (Self.pieces.randomElement(using: &random) ?? "0") + text[end...]).utf8)
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    // MARK: What is put in

    private static let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"]

    private static let values = [
        word, "\(word)' OR '1'='1", "<script>\(word)</script>", "../../\(word)", "\u{0}\(word)", "\r\nX-Fout: \(word)",
        "-1", "99999999999999999999", "1e9", "NaN", "\u{202E}\(word)", String(repeating: word, count: 100), "",
        "%00", "{{\(word)}}", "GM9811", "K7-204", "é\(word)", ".",
    ]

    private static let names = [
        "Accept", "Accept-Language", "Accept-Encoding", "Authorization", "Content-Type", "Cookie", "Host", "Origin",
        "Referer", "Sec-Fetch-Site", "If-Match", "If-None-Match", "Range", "Last-Event-ID", "Idempotency-Key",
        "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-User", "Forwarded", "X-User",
        "X-HTTP-Method-Override", "X-Original-URL", "X-Request-Id", "User-Agent", "Content-Encoding",
    ]

    private static let fieldValues = [
        word, "\(word).example", "https://\(word).example", "*/*", "text/csv", "text/html", "application/json",
        "application/x-www-form-urlencoded", "application/json; charset=\(word)", "Bearer \(word)", "Basic \(word)",
        "\"\(word)\"", "*", "\"0\"", "bytes=0-1,2-3", "127.0.0.1", "for=\(word);host=\(word)", "cross-site",
        "same-origin", "null", "", "opvangkaart=\(word); __Host-opvangkaart=\(word)", "gzip;q=\(word)", "DELETE",
        "14000", "-1", "99999999999999999999", String(repeating: word, count: 50),
    ]

    private static let pieces = [
        "\"\(word)\"", "\"<script>\(word)</script>\"", "null", "[]", "{}", "-1", "1e400", "99999999999999999999",
        "true", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]", "\"\\ud800\"", "\"\\u0000\(word)\"", "\u{FEFF}",
        "\u{0}",
        "{\"age\":1,\"age\":2}", ",", "}", "\"", "[\"\(word)\",\"\(word)\"]", "age=24&gender=\(word)", "%ZZ=\(word)",
        "{\"naam\": \"\(word)\"}", "\u{202E}", "\"GM9811\"", "0.1",
    ]
}
