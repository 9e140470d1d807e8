import Foundation
import HTTP
import Testing

@testable import PageReading
@testable import Web

/// Walks the pages as somebody with a browser: every link, every form as it stands and filled in, every file.
struct PageWalk {
    let program: TestProgram
    /// As `name=token`; `nil` for who has not signed in.
    let cookie: String?
    /// Told of every answer.
    let visit: (_ what: String, Response) throws -> Void

    private static let most = 800

    private static let mostOfAKind = 2
    /// Of one page with other names and other questions in its address; in English half of that.
    private static let mostOfATemplate = 2

    private struct Visit {
        let method: String
        let target: String
        var items: [[String]] = []

        /// The address and the names of what is sent, without the values.
        var kind: String {
            let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
            let query = parts.dropFirst().joined().split(separator: "&").map { $0.prefix { $0 != "=" } }
            let names = Set(query.map(String.init) + items.map { $0[0] }).sorted()
            return "\(method) \(place(parts.first ?? "/")) \(names)"
        }

        /// In English the same pages say the same: one of each sort is enough.
        private func place(_ path: String) -> String {
            guard path == "/en" || path.hasPrefix("/en/") else { return path }
            let pieces = path.split(separator: "/")
            return "/en/\(pieces.dropFirst().first ?? "") \(pieces.count)"
        }
    }

    /// - Parameter starts: addresses beside those that the pages themselves name.
    func walk(from starts: [String]) throws {
        var waiting = starts.map { Visit(method: "get", target: $0) }
        var last: [Visit] = []
        var known: [String: Int] = [:]
        var count = 0
        while let next = waiting.popLast() ?? last.popLast() {
            count += 1
            try #require(count < Self.most, "the pages have no end")
            let response = try send(next)
            try visit("\(next.method) \(next.target)", response)
            for found in try Self.links(in: response, of: next) {
                // A page may lead to itself with other values for ever; a few of them say what there is.
                known[found.kind, default: 0] += 1
                guard known[found.kind, default: 0] <= Self.mostOfAKind else { continue }
                // Nor does it take every municipality to know what there is to see of one.
                if let template = template(of: found) {
                    known[template, default: 0] += template.hasPrefix("/en") ? 2 : 1
                    guard known[template, default: 0] <= Self.mostOfATemplate else { continue }
                }
                // Signing out ends the walk.
                if found.target.contains("uitloggen") { last.append(found) } else { waiting.append(found) }
            }
        }
    }

    /// The page behind an address that is looked at, with its language.
    private func template(of visit: Visit) -> String? {
        guard visit.method == "get" else { return nil }
        let path = visit.target.prefix { $0 != "?" }
        let language = path.hasPrefix("/en/") ? "/en" : ""
        let segments = path.dropFirst(language.count).split(separator: "/")
        let templates = program.pageRoutes.map(\.template)
        let found = templates.first { template in
            let parts = template.split(separator: "/")
            return parts.count == segments.count && zip(parts, segments).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }
        return found.map { language + $0 }
    }

    private func send(_ visit: Visit) throws -> Response {
        var fields: Fields = ["Host": "opvangkaart.example"]
        if let cookie { fields.set("Cookie", cookie) }
        let items = visit.items.map { "\(Self.encoded($0[0]))=\(Self.encoded($0[1]))" }.joined(separator: "&")
        if visit.method == "get" {
            let target = items.isEmpty ? visit.target : "\(visit.target)?\(items)"
            return try program.send(Self.from(.get, target, fields, ""))
        }
        fields.set("Content-Type", "application/x-www-form-urlencoded")
        fields.set("Origin", "https://opvangkaart.example")
        return try program.send(Self.from(.post, visit.target, fields, items))
    }

    private static func from(_ method: HTTP.Method, _ target: String, _ fields: Fields, _ body: String) -> Request {
        let made = Request.make(method, target, fields: fields)
        return Request(
            method: method, path: made.path, segments: made.segments, query: made.query, fields: fields,
            body: Array(body.utf8), peer: MarkedVillage.peer, id: UUID())
    }

    private static func encoded(_ text: String) -> String {
        var unreserved = CharacterSet.alphanumerics
        unreserved.insert(charactersIn: "-._~")
        return text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    // MARK: What a page leads to

    private static func links(in response: Response, of visit: Visit) throws -> [Visit] {
        var found = response.fields["Location"].map { [Visit(method: "get", target: $0)] } ?? []
        guard response.fields["Content-Type"]?.hasPrefix("text/html") == true else { return found }
        let markup = Markup(response.text)
        for tag in markup.tags("a", "link", "img", "script") {
            guard let address = tag["href"] ?? tag["src"], address.hasPrefix("/"), !address.hasPrefix("//") else {
                continue
            }
            found.append(Visit(method: "get", target: String(address.prefix { $0 != "#" })))
        }
        return found + forms(in: markup, at: visit.target) + elsewhere(in: markup)
    }

    /// Each form twice: with everything filled in, and with nothing but what it hides.
    private static func forms(in markup: Markup, at target: String) -> [Visit] {
        var found: [Visit] = []
        var form: (action: String, method: String)?
        var (filled, hidden, select) = ([[String]](), [[String]](), "")
        func take(_ tag: Markup.Tag) {
            switch (tag.name, tag["type"]) {
            case ("form", _):
                form = (tag["action"] ?? target, tag["method"]?.lowercased() ?? "get")
                (filled, hidden) = ([], [])
            case ("input", "hidden"):
                hidden.append([tag["name"] ?? "", tag["value"] ?? ""])
            case ("input", "radio"), ("input", "checkbox"):
                let name = tag["name"] ?? ""
                if !filled.contains(where: { $0[0] == name }) { filled.append([name, tag["value"] ?? "on"]) }
            case ("input", _), ("textarea", _):
                let name = tag["name"] ?? ""
                filled.append([name, answers[name] ?? tag["value"] ?? ""])
            case ("select", _): select = tag["name"] ?? ""
            case ("option", _):
                let value = tag["value"] ?? ""
                if !select.isEmpty, !value.isEmpty, !filled.contains(where: { $0[0] == select }) {
                    filled.append([select, value])
                }
            case ("button", _):
                if let name = tag["name"] { filled.append([name, tag["value"] ?? ""]) }
            default: break
            }
        }
        for piece in markup.pieces {
            switch piece {
            case .open(let tag): take(tag)
            case .close("select"): select = ""
            case .close("form"):
                guard let ended = form, ended.action.hasPrefix("/") else { break }
                for items in [hidden + filled, hidden] {
                    found.append(Visit(method: ended.method, target: ended.action, items: items))
                }
                form = nil
            case .close, .text: break
            }
        }
        return found
    }

    /// Buttons and boxes that stand outside the form they belong to, or send it to another address.
    private static func elsewhere(in markup: Markup) -> [Visit] {
        var hidden: [String: [[String]]] = [:]
        var form = ""
        for tag in markup.tags {
            if tag.name == "form" { form = tag["id"] ?? "" }
            if tag["type"] == "hidden" { hidden[form, default: []].append([tag["name"] ?? "", tag["value"] ?? ""]) }
        }
        let boxes = markup.tags("input").filter { $0["form"] != nil }
        return markup.tags("button").compactMap { button in
            guard let id = button["form"], let fields = hidden[id] else { return nil }
            let chosen = boxes.filter { $0["form"] == id }.prefix(3).map { [$0["name"] ?? "", $0["value"] ?? ""] }
            let own = button["name"].map { [[$0, button["value"] ?? ""]] } ?? []
            return Visit(method: "post", target: button["formaction"] ?? "/zoeken", items: fields + chosen + own)
        }
    }

    private static let answers = [
        "age": "24", "persons": "3", "dangerMunicipality": "Zwolle", "currentMunicipality": "Zwolle",
        "gemeente": "Zwolle", "ingeschreven": "Zwolle", "aangetroffen": "Eindhoven", "nu": "Losser",
        "key": "geen-sleutel",
    ]
}
