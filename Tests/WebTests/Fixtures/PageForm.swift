import Foundation
import HTTP
import Testing

@testable import PageReading

/// A form as it stands in a page, to be pressed as a browser does.
struct PageForm: Sendable {
    let action: String
    /// What it hides, in the order of the page; its token too.
    let hidden: [[String]]

    /// Every form of a page, in its order.
    static func all(in markup: Markup) -> [PageForm] {
        var forms: [PageForm] = []
        var open: (action: String, hidden: [[String]])?
        for piece in markup.pieces {
            switch piece {
            case .open(let tag) where tag.name == "form": open = (tag["action"] ?? "", [])
            case .open(let tag) where tag.name == "input" && tag["type"] == "hidden":
                open?.hidden.append([tag["name"] ?? "", tag["value"] ?? ""])
            case .close("form"):
                if let ended = open { forms.append(PageForm(action: ended.action, hidden: ended.hidden)) }
                open = nil
            case .open, .close, .text: break
            }
        }
        return forms
    }
}

extension TestProgram {
    /// Presses a button of the first form of `page` that leads to `action`, with what was filled in.
    func press(
        _ action: String, _ filled: KeyValuePairs<String, String> = [:], on page: Response, cookie: String
    ) throws -> Response {
        let address = Self.address(action)
        let form = try #require(PageForm.all(in: Markup(page.text)).first { $0.action == address })
        var pairs = form.hidden.filter { item in !filled.contains { $0.key == item[0] } }
        for (name, value) in filled { pairs.append([name, value]) }
        var unreserved = CharacterSet.alphanumerics
        unreserved.insert(charactersIn: "-._~")
        let body = pairs.map { pair in
            pair.map { $0.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "" }.joined(separator: "=")
        }.joined(separator: "&")
        let fields: Fields = [
            "Content-Type": "application/x-www-form-urlencoded", "Host": "opvangkaart.example", "Cookie": cookie,
        ]
        return try send(.make(.post, address, fields: fields, body: Array(body.utf8)))
    }

    /// The same, and then the page to which it leads on.
    func follow(
        _ action: String, _ filled: KeyValuePairs<String, String> = [:], on page: Response, cookie: String
    ) throws -> Response {
        let response = try press(action, filled, on: page, cookie: cookie)
        #expect(response.status == .seeOther, "\(response.status.code): \(response.text)")
        let target = try #require(response.fields["Location"])
        return try send(.make(.get, String(target.prefix { $0 != "#" }), fields: ["Cookie": cookie]))
    }
}
