import Domain
import Foundation
import HTTP

/// What an admin asks of the log: the fields of the page as they stand in its address.
struct AuditFilter: Sendable {
    let values: FormValues
    let query: AuditQuery
    /// From 1.
    let page: Int
    let faults: [FormFault]

    /// Records on one page.
    static let pageSize = 50
    /// More pages than any journal has.
    private static let mostPages = 10_000_000

    init(_ items: [QueryItem]) {
        var values = FormValues(items: items)
        // What nobody knows is not asked, and not said again.
        if values["what"].flatMap(AuditTopic.init) == nil { values = values.without(["what"]) }
        var (query, faults) = (AuditQuery(), [FormFault]())
        query.kinds = values["what"].flatMap(AuditTopic.init)?.kinds ?? []
        query.actors = Set(values.all("who"))
        query.resources = values["about"].map(Self.addresses) ?? []
        func day(_ name: String) -> CalendarDate? {
            guard let text = values[name] else { return nil }
            let day = CalendarDate(text: text)
            if day == nil { faults.append(FormFault(field: name, text: Self.noDay)) }
            return day
        }
        let (from, to) = (day("from"), day("to"))
        query.from = from.map(DutchTime.start)
        // The last day counts.
        query.end = to.map { DutchTime.start(of: $0.adding(days: 1)) }
        if let from, let to, to < from { faults.append(FormFault(field: "to", text: Self.isBefore)) }
        page = values["page"].flatMap(Int.init).map { min(Self.mostPages, max(1, $0)) } ?? 1
        (self.values, self.query, self.faults) = (values, query, faults)
    }

    private static let noDay = "Kies een dag die er is, bijvoorbeeld 20 november 2026."
    private static let isBefore = "Deze dag ligt voor de eerste dag. Kies een latere."

    /// What somebody names in few words: an address, or the id of a place, an organisation, a hold or a key.
    private static func addresses(_ text: String) -> [String] {
        if text.hasPrefix("/") { return [text] }
        return ["/v1/services/\(text)", "/v1/organizations/\(text)", "/v1/holds/\(text.uppercased())", text]
    }

    // MARK: Addresses

    /// The same question, with some of it another way; `nil` leaves a field out.
    func address(_ path: String = ProtectedReads.log.path, _ changes: [String: String?] = [:]) -> String {
        let fields = ["who", "what", "about", "from", "to"].map { name in
            (name, changes[name].map { $0 } ?? values[name])
        }
        let page = changes["page"].map { $0 } ?? nil
        let pairs = (fields + [("page", page)]).compactMap { name, value in
            value.map { "\(name)=\(Self.encoded($0))" }
        }
        return pairs.isEmpty ? path : "\(path)?\(pairs.joined(separator: "&"))"
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    /// RFC 3986 §2.3.
    private static let unreserved = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
}
