import Exchange
import Foundation

extension HoldBody {
    static func table(of holds: [HoldBody]) -> CSVTable {
        let columns = [
            "reference", "serviceId", "places", "state", "createdAt", "expiresAt", "extended", "declineReason",
            "closedAt", "holderRole", "holderOrganizationId", "holderOrganizationName", "holderKeyId", "free", "held",
            "version",
        ]
        return CSVTable(columns: columns, rows: holds.map(\.row))
    }

    private var row: [String] {
        [
            reference, serviceId, String(places), state, createdAt, expiresAt, String(extended), declineReason ?? "",
            closedAt ?? "", holder.role, holder.organizationId ?? "", holder.organizationName ?? "",
            holder.keyId ?? "", Cell.text(free), Cell.text(held), Cell.text(version),
        ]
    }
}

extension CapacityBody {
    static func table(of counts: [CapacityBody]) -> CSVTable {
        let columns = [
            "serviceId", "unit", "total", "free", "held", "paused", "pausedUntil", "pauseReason", "freshness",
            "confirmedAt", "expectedFreeOn", "version",
        ]
        return CSVTable(columns: columns, rows: counts.map(\.row))
    }

    private var row: [String] {
        [
            serviceId, unit, Cell.text(total), Cell.text(free), String(held), String(paused), pausedUntil ?? "",
            pauseReason ?? "", freshness, confirmedAt ?? "", expectedFreeOn ?? "", String(version),
        ]
    }
}

/// How a value stands in a table: nothing where there is none.
enum Cell {
    static func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
}
