import Access
import Domain
import Foundation
import HTTP
import Hypertext
import Ledger
import Registry

/// A request on its way through a page: who looks, in which language, what was asked or filled in, and what is known at
/// this moment.
///
/// A reference, because every part of a page has it at hand.
final class PageCall: Sendable {
    /// Takes what makes the answer, once, from any thread. What it throws becomes a page that says what went wrong.
    typealias Sink = @Sendable (@escaping @Sendable () throws -> Response) -> Void

    let house: PageHouse
    let request: Request
    /// `nil` where no page answers: the frame then stands around what went wrong.
    let route: PageRoute?
    /// From the path, decoded.
    let path: [String: String]
    let guest: Guest
    let language: Language
    let snapshot: Snapshot
    let now: Date
    /// Of a GET what the address asks; of a POST what was filled in, without what is secret.
    let values: FormValues
    /// The access key, where one was pasted into a form.
    let key: String?

    init(
        house: PageHouse, request: Request, route: PageRoute?, path: [String: String], guest: Guest,
        language: Language, snapshot: Snapshot, now: Date, values: FormValues, key: String? = nil
    ) {
        (self.house, self.request, self.route, self.path) = (house, request, route, path)
        (self.guest, self.language, self.snapshot, self.now) = (guest, language, snapshot, now)
        (self.values, self.key) = (values, key)
    }

    var say: Words { Words(language: language) }
    var registry: Registry { snapshot.registry }
    /// `nil` for who has not signed in.
    var principal: Principal? { guest.principal }

    /// The address of a page of ours in the language of this one.
    func href(_ path: String) -> String { say.href(path) }

    func label<Kind: Code>(_ code: Kind) -> String { registry.codeLists.label(code, in: language) }

    /// The path that was asked for, without the language.
    var address: String {
        let segments = Pages.place(of: request).segments
        return "/" + segments.joined(separator: "/")
    }

    /// The same call by somebody who has signed in meanwhile.
    func by(_ visit: Visit) -> PageCall { with(.signedIn(visit), values) }

    /// The same call with what was filled in.
    func with(_ posted: Posted) -> PageCall { with(guest, posted.values, key: posted.key) }

    /// The same call with other values.
    func with(_ values: FormValues) -> PageCall { with(guest, values) }

    private func with(_ guest: Guest, _ values: FormValues, key: String? = nil) -> PageCall {
        PageCall(
            house: house, request: request, route: route, path: path, guest: guest, language: language,
            snapshot: snapshot, now: now, values: values, key: key)
    }

    /// The same call on what stands now, after a write was refused.
    func renewed() -> PageCall {
        PageCall(
            house: house, request: request, route: route, path: path, guest: guest, language: language,
            snapshot: house.board.current, now: now, values: values)
    }

    // MARK: What may be seen

    var audience: Audience { Audience(of: principal) }

    func view(of service: Service) -> ServiceView {
        snapshot.view(of: service, for: Audience(of: principal, at: service), at: now)
    }

    /// The service that a parameter of the path names.
    /// - Throws: 404.
    func service(_ name: String = "service") throws(Problem) -> Service {
        guard let id = path[name].flatMap(ServiceID.init(rawValue:)), let service = registry.service(id) else {
            throw .unknown("Deze plek")
        }
        return service
    }

    // MARK: Answers

    func frame(_ title: String, isFault: Bool = false, trail: [Crumb] = [], isWide: Bool = false) -> Frame {
        Frame(call: self, title: title, isFault: isFault, trail: trail, isWide: isWide)
    }

    /// A page with its frame.
    ///
    /// - Parameters:
    ///   - title: what the browser shows for the page; unique among pages.
    ///   - content: with the one main heading of the page.
    ///   - trail: the pages above this one.
    ///   - isName: whether the title is a name of the registry.
    func page(
        _ title: String, _ content: [HTML], trail: [Crumb] = [], isFault: Bool = false, status: Status = .ok,
        isWide: Bool = false, isName: Bool = false
    ) -> Response {
        var frame = frame(title, isFault: isFault, trail: trail, isWide: isWide)
        frame.isName = isName
        return answer(frame.page(content), status: status)
    }

    func answer(_ html: HTML, status: Status = .ok) -> Response {
        Response(status, fields: ["Content-Type": "text/html; charset=utf-8"], body: html.document())
    }

    /// A page that says that something cannot be done, and what to do.
    func message(_ status: Status, _ title: String, _ text: String, _ more: [HTML] = []) -> Response {
        let home: HTML = .paragraph(
            .link(say("Naar het begin van Opvangkaart", "To the start of Opvangkaart"), href("/")))
        return page(title, [.heading(1, title), .paragraph(text)] + more + [home], isFault: true, status: status)
    }

    /// On to another page of ours, in the same language (POST, redirect, GET).
    func seeOther(_ path: String) -> Response { Response(.seeOther, fields: ["Location": href(path)]) }

    // MARK: Forms

    /// A form that is posted, with what proves that this page sent it.
    ///
    /// - Parameter action: the address, without a language.
    func form(_ action: String, class name: String? = nil, id: String? = nil, _ content: [HTML]) -> HTML {
        .element(
            "form",
            [
                "method": "post", "action": href(action), "id": id, "class": name, "novalidate": "",
                "autocomplete": "off",
            ], [guest.formField] + content)
    }

    func fields(faults: [FormFault] = []) -> FieldBuilder { FieldBuilder(values: values, faults: faults) }

    // MARK: Writing

    /// Asks the ledger for what the caller wishes, and answers once that is on the disk.
    ///
    /// - Throws: through the sink, a problem for what the ledger refuses.
    func submit(
        _ wish: Command.Wish, _ answer: @escaping Sink, then: @escaping @Sendable (Receipt) throws -> Response
    ) {
        submit(wish, answer) { result in try then(result.mapError { Problem($0) }.get()) }
    }

    /// The same, for pages that have words of their own for what the ledger refuses.
    func submit(
        _ wish: Command.Wish, _ answer: @escaping Sink,
        whatever: @escaping @Sendable (Result<Receipt, LedgerError>) throws -> Response
    ) {
        let command = Command(wish, by: principal?.actor, at: now, request: request.id)
        house.ledger.submit(command) { result in answer { try whatever(result) } }
    }
}

/// A page above this one.
struct Crumb: Sendable {
    let text: String
    /// Without a language.
    let path: String
    /// Whether the text is a name of the registry, and so Dutch on every page.
    var isName = false
}
