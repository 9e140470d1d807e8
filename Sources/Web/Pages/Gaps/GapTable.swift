import Coverage
import Domain
import Exchange
import Foundation

/// The matrix as a table: one line for each cell, with what is needed to reckon it again.
struct GapTable: Sendable {
    private let look: GapLook

    init(_ look: GapLook) { self.look = look }

    var table: CSVTable {
        CSVTable(columns: columns, rows: look.matrix.rows.flatMap { row in row.cells.map { line(row.group, $0) } })
    }

    private var columns: [String] {
        let counts = look.seesFree ? ["free", "servicesWithUnreliableCount"] : []
        return [
            "group", "groupLabel", "column", "columnLabel", "measure", "value", "state", "services", "providers",
            "places", "servicesWithoutTotal", "placesInConsultation",
        ] + counts + ["shelterKind", "exploitationForm", "residence", "reach", "date", "generatedAt", "dataVersion"]
    }

    private func line(_ group: TargetGroup, _ cell: GapCell) -> [String] {
        let (all, filter) = (cell.all, look.question.filter)
        let counts = look.seesFree ? [String(all.free), String(all.unreliable)] : []
        return [
            group.code, group.name[look.call.language], cell.column.code, look.words.column(cell.column),
            look.measure.code, String(cell.value), cell.state.rawValue, String(all.services),
            String(all.providers.count), String(all.places), String(all.withoutTotal), String(all.inConsultation),
        ] + counts + [
            filter.kind?.rawValue ?? "", filter.form?.rawValue ?? "", filter.residence?.rawValue ?? "",
            filter.reach.rawValue, look.today.text, Timestamp.text(look.call.now), look.ground.dataVersion,
        ]
    }
}
