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

    init(registry: Registry, scratch: ScratchFolder) throws {
        let state = try scratch.folder("state-\(UUID().uuidString)").path
        let shelters = registry.services.filter { !$0.isAmbulatory }
        ledger =
            try Ledger.open(
                directory: state,
                starting: Dictionary(
                    shelters.map { ($0.id, $0.startingCapacity ?? Capacity()) }, uniquingKeysWith: { first, _ in first }
                )
            ).ledger
        let key = DemonstrationKey(id: Self.key, secret: Self.key, role: .coordinator)
        application = try Application(
            registry: registry, ledger: ledger, keys: KeyStore(directory: state, demonstration: [key]),
            files: StaticFiles(folder: scratch.folder("public").path))
    }

    deinit { ledger.close() }

    /// Sends one search.
    /// - Returns: the size of the answer in bytes.
    /// - Throws: when the answer is not 200.
    @discardableResult
    func search(_ json: String, detail: String) throws(BenchmarkFailure) -> Int {
        let answer = Mutex<Response?>(nil)
        let request = Request(
            method: .post, path: "/v1/placements/_search", segments: ["v1", "placements", "_search"],
            query: [QueryItem(name: "detail", value: detail)],
            fields: ["Authorization": "Bearer \(Self.key)", "Content-Type": "application/json"],
            body: Array(json.utf8), id: UUID())
        withExtendedLifetime(answer) { answer in
        }
        guard let response = answer.withLock({ $0 }), response.status == .ok else {
            throw BenchmarkFailure("a search was not answered.")
        }
        return response.body.count
    }
}
