import Access
import Domain
import Foundation
import HTTP

/// One route of the API, declared once: what is answered, to whom, and how the OpenAPI document tells it.
struct Route: Sendable {
    let method: HTTP.Method
    /// Below the server's root, with `{name}` for parameters.
    let path: String
    /// The `operationId`.
    let id: String
    let tag: Tag
    /// What it does, in Dutch.
    let summary: String
    let access: Access
    /// Whether this machine itself needs no key.
    var isOpenLocally = false
    var parameters: [Parameter] = []
    var body: RequestBody = .none
    let answers: [Answer]
    /// How the caller says what it saw before it changes something.
    var version = VersionCheck.none
    /// When what is asked does not fit what stands (409); `nil` where it always does.
    var conflict: String?
    /// Whether what the path names exists; asked before anything is said of the query (contract section 8).
    var resource: @Sendable (Call) throws -> Void = { _ in }
    let handler: Handler

    enum Tag: String, CaseIterable, Sendable {
        case map = "Sociale kaart"
        case capacity = "Plekken"
        case holds = "Vastgehouden plekken"
        case matching = "Passende plekken"
        case live = "Wijzigingen"
        case audit = "Logboek"
        case service = "Dienst"
    }

    /// Who may use a route.
    enum Access: Sendable {
        case everyone
        /// Who has a key whose role has the permission.
        case permitted(Permission)
    }

    enum RequestBody: Sendable {
        case none
        /// A POST that carries nothing: an empty body, or an empty object.
        case empty
        case json(Schema.Named)
    }

    enum VersionCheck: Sendable {
        case none
        /// By `If-Match`: 428 without, 412 where something came in between.
        case field
        /// By versions in the body.
        case body
    }

    /// One way in which a request can end, beside the problems every route can end in.
    struct Answer: Sendable {
        let status: Status
        let description: String
        let schema: Schema?
        var hasEntityTag = false
        /// Where what was made is found.
        var hasLocation = false
        var hasTable = false
        /// Whether it goes on with events instead of ending.
        var isStream = false
        /// Whether it is text for a program that reads no JSON.
        var isPlainText = false
    }

    enum Handler: Sendable {
        case now(@Sendable (Call) throws -> Reply)
        /// Answers later, from any thread, once.
        case later(@Sendable (Call, @escaping Reply.Sink) throws -> Void)
        /// Reads the request, and gives back work that takes long: that is done on a thread of its own, one at a time,
        /// so that nobody else waits for it.
        case aside(@Sendable (Call) throws -> @Sendable () throws -> Reply)
    }
}

/// A parameter of a path, a query or a head.
struct Parameter: Sendable {
    let name: String
    let kind: Kind
    let description: String
    var place = Place.query
    /// Several values mean "one of these".
    var isRepeatable = false
    var example: String?
    /// What a value in the head looks like (ECMA-262); whoever reads it checks it.
    var pattern: String?

    enum Place: String, Sendable { case path, query, header }

    enum Kind: Sendable {
        case text
        /// An ISO 639 code of two or three letters.
        case language
        case code([String])
        case number(ClosedRange<Int>, standard: Int)
        /// A moment with any offset.
        case moment
        /// The id of an event of `/v1/changes`.
        case eventID
    }

    static func path(_ name: String, _ description: String, example: String) -> Parameter {
        Parameter(name: name, kind: .text, description: description, place: .path, example: example)
    }

    static func code<Code: Domain.Code>(_ name: String, _ code: Code.Type, _ description: String) -> Parameter {
        Parameter(
            name: name, kind: .code(code.allCases.map(\.rawValue)), description: description, isRepeatable: true)
    }

    static let text = Parameter(
        name: "text", kind: .text,
        description: "Zoekt in namen en beschrijvingen; accenten en hoofdletters tellen niet.")

    static let paging = [
        Parameter(
            name: "page", kind: .number(1...1_000_000, standard: 1), description: "De hoeveelste pagina, vanaf 1."),
        Parameter(
            name: "pageSize", kind: .number(1...100, standard: 20),
            description: "Hoeveel er op een pagina staan, hoogstens 100."),
    ]
}

/// What a handler gives back; the common header fields are put on in one place.
struct Reply: Sendable {
    /// Takes an answer that comes later, once, from any thread.
    typealias Sink = @Sendable (Result<Reply, Problem>) -> Void

    var status: Status = .ok
    var fields: Fields = [:]
    /// Makes the content; called once, when the answer is sent. Who waits for the disk with others need not wait for
    /// their texts too.
    let content: @Sendable () throws -> Content

    init(
        status: Status = .ok, fields: Fields = [:], making content: @escaping @Sendable () throws -> Content
    ) {
        (self.status, self.fields, self.content) = (status, fields, content)
    }

    init(status: Status = .ok, fields: Fields = [:], content: Content) {
        self.init(status: status, fields: fields) { content }
    }

    init(status: Status = .ok, fields: Fields = [:], body: [UInt8]) {
        self.init(status: status, fields: fields) { .bytes(body[...]) }
    }

    /// - Parameter value: is encoded when the answer is sent.
    /// - Throws: nothing; handlers that answer in one expression write the same word for all of them.
    static func json(_ value: some Encodable & Sendable, status: Status = .ok) throws -> Reply {
        Reply(status: status, fields: ["Content-Type": "application/json"]) { .bytes(try value.jsonBytes()[...]) }
    }

    /// A count, which has a way of its own to be written.
    static func json(_ value: CapacityBody) throws -> Reply {
        Reply(fields: ["Content-Type": "application/json"]) { .bytes(value.jsonBytes()[...]) }
    }

    /// An answer to a search has one too.
    static func json(_ answer: SearchAnswer) -> Reply {
        Reply(fields: ["Content-Type": "application/json"]) { .bytes(answer.jsonBytes()[...]) }
    }

    func tagged(_ version: Int) -> Reply {
        var reply = self
        reply.fields.set(.etag, "\"\(version)\"")
        return reply
    }

    func located(at path: String) -> Reply {
        var reply = self
        reply.fields.set(.location, path)
        return reply
    }
}
