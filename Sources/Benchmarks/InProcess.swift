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
