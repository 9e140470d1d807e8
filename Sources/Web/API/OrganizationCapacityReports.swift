import Domain
import Foundation
import JSONText
import Ledger

/// What a shelter sends to set several counts at once: `{"reports": [{serviceId, version, total, free, …}]}`.
enum CapacityReports {
    static let schema = Schema.Named(
        "CapacityReports",
        .object([Schema.Property("reports", .array(.named(item), atMost: most), "1 tot en met 100.")]),
        example: ["reports": [example]])

    private static let item = Schema.Named(
        "CapacityReport",
        .object(
            [
                Schema.Property(
                    "serviceId", .text, "Een dienst met plekken van deze organisatie; elk hoogstens één keer."),
                Schema.Property("version", .integer(minimum: 0), "De versie van het aantal dat u zag."),
            ] + CapacityUpdate.properties), example: example)

    private static let example: JSONTree = [
        "serviceId": "voorbeeld-de-zilverwilg-crisisopvang", "version": 3, "total": 6, "free": 2,
        "expectedFreeOn": .null, "paused": false, "pausedUntil": .null, "pauseReason": .null,
    ]

    private static let most = 100

    /// - Throws: a ``Problem`` with every fault.
    static func read(_ call: Call, of organization: Organization) throws -> [CapacityReport] {
        let faults = InputFaults()
        let object = try call.document(faults).object(["reports"])
        let counted = Set(organization.services.filter { call.count(of: $0) != nil }.map(\.id))
        var seen: Set<ServiceID> = []
        var count = 0
        let reports = object?.required("reports")?.elements { reader in
            count += 1
            return report(reader, among: counted, seen: &seen, at: call.now)
        }
        if reports != nil, !(1...most).contains(count) { object?.fault(.rule(ReportsRule.wrongCount), at: "reports") }
        try call.refuse(faults)
        guard let reports else { throw Problem.internalFault }
        return reports
    }

    private static func report(
        _ reader: JSONReader, among counted: Set<ServiceID>, seen: inout Set<ServiceID>, at now: Date
    ) -> CapacityReport? {
        guard let object = reader.object(CapacityUpdate.names.union(["serviceId", "version"])) else { return nil }
        let service = object.required("serviceId")?.parsed(.identifier, ServiceID.init(rawValue:))
        if let service {
            if !counted.contains(service) { object.fault(.rule(ReportsRule.otherService), at: "serviceId") }
            if !seen.insert(service).inserted { object.fault(.rule(ReportsRule.repeatedService), at: "serviceId") }
        }
        let version = object.required("version")?.integer(in: 0...Int.max)
        let statement = CapacityUpdate.statement(object, at: now)
        guard let service, let version, let statement else { return nil }
        return CapacityReport(service: service, statement: statement, ifVersion: version)
    }

    /// - Throws: 412 that names every report made on a count that has changed since.
    static func requireCurrent(_ reports: [CapacityReport], in call: Call) throws(Problem) {
        var problem = Problem.staleVersion
        for (index, report) in reports.enumerated()
        where call.snapshot.state.capacity(of: report.service)?.version != report.version {
            problem.entries.append(
                Problem.Entry(
                    pointer: "/reports/\(index)/version", code: "stale_version",
                    detail: "Dit aantal is al door een ander aangepast."))
        }
        guard problem.entries.isEmpty else { throw problem }
    }
}

/// Rules of several counts together.
enum ReportsRule: InputRule {
    case wrongCount, otherService, repeatedService

    var code: String {
        switch self {
        case .wrongCount: "wrong_count"
        case .otherService: "other_service"
        case .repeatedService: "repeated_service"
        }
    }

    var sentence: String {
        switch self {
        case .wrongCount: "Geef 1 tot en met 100 diensten tegelijk."
        case .otherService: "Deze dienst met plekken is er niet bij deze organisatie."
        case .repeatedService: "Deze dienst staat er al. Geef elke dienst één keer."
        }
    }
}
