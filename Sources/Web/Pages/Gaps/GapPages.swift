import Access
import Coverage
import Domain
import Exchange
import Foundation
import HTTP

/// The gaps in the supply (screen S14; feature F27): the matrix, the list behind each cell, and the table. Open to
/// everybody; what is free is for who signed in.
struct GapPages: PageGroup {
    static let path = "/gaten"

    var routes: [PageRoute] {
        [
            PageRoute(.get, Self.path, screen: "S14", .everyone, .now(Self.matrix)),
            PageRoute(.get, Self.path + "/{group}/{column}", screen: "S14", .everyone, .now(Self.list)),
            PageRoute(.get, Self.path + ".csv", screen: "S14", .everyone, .now(Self.table)),
        ]
    }

    @Sendable private static func matrix(_ call: PageCall) throws -> Response {
        GapMatrixPage(GapLook(call)).response
    }

    @Sendable private static func list(_ call: PageCall) throws -> Response {
        guard let group = call.path["group"].flatMap(GapQuestion.group),
            let column = call.path["column"].flatMap({ GapQuestion.column($0, call.registry) })
        else { throw Problem.notFound }
        return GapListPage(GapLook(call), group: group, column: column).response
    }

    @Sendable private static func table(_ call: PageCall) throws -> Response {
        let look = GapLook(call)
        if let principal = call.principal, call.request.method != .head {
            call.house.trail.dataExported(path + ".csv", by: principal, request: call.request.id)
        }
        return Response(
            .ok,
            fields: [
                .contentType: "text/csv; charset=utf-8; header=present",
                "Content-Disposition": "attachment; filename=\"opvangkaart-gaten.csv\"",
            ], body: Array(GapTable(look).table.text.utf8))
    }
}

/// One look at the gaps: the question, and what may be seen of the answer.
struct GapLook: Sendable {
    let call: PageCall
    let question: GapQuestion
    let supply: Supply
    let matrix: GapMatrix
    let words: GapWords
    /// Whether free places may be shown.
    let seesFree: Bool
    /// Asked for what is free without having signed in: all places are shown instead.
    let wasRefusedFree: Bool

    init(_ call: PageCall) {
        self.call = call
        question = GapQuestion(call.values, registry: call.registry)
        words = GapWords(call: call)
        seesFree = call.audience.seesCounts
        wasRefusedFree = question.measure == .free && !seesFree
        supply = call.snapshot.supply(question.filter, at: call.now)
        matrix = GapMatrix(
            supply, measure: wasRefusedFree ? .total : question.measure,
            live: seesFree ? call.snapshot.livePlaces(at: call.now) : nil, on: DutchTime.today(call.now))
    }

    var measure: GapMeasure { matrix.measure }
}
