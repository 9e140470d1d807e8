import Foundation
import JSONText
import Testing

@testable import HTTP
@testable import PageReading

extension TestProgram {
    /// The events on the first page, newest first, without those of who asks for them here.
    func audit(_ query: String = "pageSize=100") throws -> [JSONNode] {
        let response = try get("/v1/audit-events?\(query)", as: .admin)
        #expect(response.status == .ok, "\(query)")
        return try response.json["contents"].elements.filter {
            $0["eventType"].string != "data_viewed" || $0["resource"].string != "/v1/audit-events"
        }
    }

    /// `eventType actorId resource status` of each, oldest first.
    func auditLines() throws -> [String] {
        try audit().reversed().map { event in
            let parts = ["eventType", "actorId", "resource"].compactMap { event[$0].string }
            return (parts + (event["status"].integer.map { [String($0)] } ?? [])).joined(separator: " ")
        }
    }

    /// The table, to its end.
    func auditTable(_ query: String = "") throws -> String {
        let client = try StreamClient(
            get("/v1/audit-events?\(query)", as: .admin, fields: ["Accept": "text/csv"]))
        try client.wait { _ in false }
        return client.text
    }
}
