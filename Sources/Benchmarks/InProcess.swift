import Access
import Domain
import Foundation
import HTTP
import Ledger
import Registry
import Synchronization
import Web

/// The whole program but for the socket: requests go in, answers come out.
final class InProcess {
    private static let key = "benchmark"

    private let application: Application
    private let ledger: Ledger

    /// - Parameter folder: where its ledger is, empty.
    init(registry: Registry, scratch: ScratchFolder, folder: String = "state-in-process") throws {
        let state = try scratch.folder(folder).path
        ledger = try Ledger.open(directory: state, starting: registry.startingCapacities).ledger
        let key = DemonstrationKey(id: Self.key, secret: Self.key, role: .coordinator)
        application = try Application(
            registry: registry, ledger: ledger, keys: KeyStore(directory: state, demonstration: [key]),
            files: StaticFiles(folder: scratch.folder("public").path), limits: .none)
    }

    deinit { ledger.close() }

    /// Sends one search and waits for its answer, written out.
    ///
    /// - Returns: the size of the answer in bytes.
    /// - Throws: when the answer is not 200.
    @discardableResult
    func search(_ json: String, detail: String) throws(BenchmarkFailure) -> Int {
        let box = AnswerBox()
        let request = Request(
            method: .post, path: "/v1/placements/_search", segments: ["v1", "placements", "_search"],
            query: [QueryItem(name: "detail", value: detail)],
            fields: ["Authorization": "Bearer \(Self.key)", "Content-Type": "application/json"],
            body: Array(json.utf8), id: UUID())
        application.handle(request, Responder { response in box.response.withLock { $0 = response } })
        guard let response = box.response.withLock({ $0 }), response.status == .ok else {
            throw BenchmarkFailure("a search was not answered.")
        }
        return response.body.count
    }

    // MARK: Pages

    /// Somebody who signed in: what the cookie holds, and what proves that a form is theirs.
    struct PageVisit {
        fileprivate let cookie: String
        fileprivate let token: String
    }

    func signIn() throws(BenchmarkFailure) -> PageVisit {
        let answer = try ask(.post, ["inloggen"], ["Host": "benchmark"], "key=\(Self.key)")
        guard let cookie = answer.fields["Set-Cookie"]?.split(separator: ";").first.map(String.init) else {
            throw BenchmarkFailure("nobody could sign in.")
        }
        let form = try ask(.get, ["zoeken"], ["Cookie": cookie], "")
        let text = String(decoding: form.body, as: UTF8.self)
        guard let token = text.firstMatch(of: /name="token" value="([0-9a-f]+)"/) else {
            throw BenchmarkFailure("the form has no token.")
        }
        return PageVisit(cookie: cookie, token: String(token.1))
    }

    /// Sends the search form and waits for the page with the answer.
    ///
    /// - Parameter form: encoded, without the token.
    /// - Returns: the size of the page in bytes.
    @discardableResult
    func page(_ path: String, _ form: String, by visit: PageVisit) throws(BenchmarkFailure) -> Int {
        let answer = try ask(.post, [path], ["Cookie": visit.cookie], "\(form)&token=\(visit.token)")
        guard answer.status == .ok else { throw BenchmarkFailure("a page was not answered.") }
        return answer.body.count
    }

    private func ask(
        _ method: HTTP.Method, _ segments: [String], _ fields: Fields, _ form: String
    ) throws(BenchmarkFailure) -> Response {
        let box = AnswerBox()
        var fields = fields
        if !form.isEmpty { fields.set("Content-Type", "application/x-www-form-urlencoded") }
        let request = Request(
            method: method, path: "/" + segments.joined(separator: "/"), segments: segments, query: [], fields: fields,
            body: Array(form.utf8), id: UUID())
        application.handle(request, Responder { response in box.response.withLock { $0 = response } })
        guard let response = box.response.withLock({ $0 }) else { throw BenchmarkFailure("no answer came.") }
        return response
    }
}

/// Where an answer arrives. A search is answered before its handler returns.
private final class AnswerBox: Sendable {
    let response = Mutex<Response?>(nil)
}

extension Registry {
    /// Every service with beds, with the count it starts from.
    var startingCapacities: [ServiceID: Capacity] {
        let shelters = services.filter { !$0.isAmbulatory }
        return Dictionary(
            shelters.map { ($0.id, $0.startingCapacity ?? Capacity()) }, uniquingKeysWith: { first, _ in first })
    }
}
