import Coverage
import Domain
import Exchange
import Foundation
import HTTP
import Registry

/// Provinces and municipalities (features F01 and F03).
enum MapRoutes {
    static func all(_: APIServices) -> [Route] {
        [
            Route(
                method: .get, path: "/v1/provinces", id: "listProvinces", tag: .map,
                summary: "De twaalf provincies, met hoeveel organisaties en gaten.", access: .everyone,
                parameters: Parameter.paging,
                answers: [
                    Route.Answer(
                        status: .ok, description: "Een pagina met provincies.",
                        schema: Page<ProvinceSummary>.schema(.named(ProvinceSummary.schema)), hasTable: true)
                ], handler: .now(provinces)),
            Route(
                method: .get, path: "/v1/provinces/{code}", id: "getProvince", tag: .map,
                summary: "De sociale kaart van één provincie: wie doet wat, en wat ontbreekt.", access: .everyone,
                parameters: [.path("code", "De ISO-code van de provincie.", example: "NL-OV")],
                answers: [
                    Route.Answer(status: .ok, description: "De sociale kaart.", schema: .named(ProvinceBody.schema))
                ], resource: { call in _ = try province(call) }, handler: .now(socialMap)),
            Route(
                method: .get, path: "/v1/municipalities", id: "listMunicipalities", tag: .map,
                summary: "De gemeenten, met hoe goed zorgcoördinatie is geregeld.", access: .everyone,
                parameters: [.code("province", ProvinceCode.self, "Alleen deze provincies."), .text] + Parameter.paging,
                answers: [
                    Route.Answer(
                        status: .ok, description: "Een pagina met gemeenten.",
                        schema: Page<MunicipalitySummary>.schema(.named(MunicipalitySummary.schema)), hasTable: true)
                ], handler: .now(municipalities)),
            Route(
                method: .get, path: "/v1/municipalities/{code}", id: "getMunicipality", tag: .map,
                summary: "Eén gemeente: wie u belt en bij welke regio’s zij hoort.", access: .everyone,
                parameters: [.path("code", "De CBS-code van de gemeente.", example: "GM0193")],
                answers: [
                    Route.Answer(status: .ok, description: "De gemeente.", schema: .named(MunicipalityBody.schema))
                ], resource: { call in _ = try municipality(call) },
                handler: .now { call in
                    try .json(
                        MunicipalityBody(municipality(call), coordination: call.snapshot.registry.coordination))
                }),
        ]
    }

    private static func provinces(_ call: Call) throws -> Reply {
        let registry = call.snapshot.registry
        func summary(_ province: Province) -> ProvinceSummary {
            ProvinceSummary(province, in: call.snapshot, at: call.now)
        }
        guard call.wantsTable else {
            return try .json(Page(of: registry.geography.provinces, for: call.query, summary))
        }
        let rows = registry.geography.provinces.map { summary($0).row }
        let columns = ["code", "name", "capital", "population", "organizations", "services", "gaps"]
        return .table(CSVTable(columns: columns, rows: rows))
    }

    private static func province(_ call: Call) throws(Problem) -> Province {
        guard let code = call.path["code"].flatMap(ProvinceCode.init(rawValue:)),
            let province = call.snapshot.registry.geography.province(code)
        else { throw .unknown("Deze provincie") }
        return province
    }

    private static func socialMap(_ call: Call) throws -> Reply {
        let province = try province(call)
        return try .json(ProvinceBody(province, in: call.snapshot, at: call.now))
    }

    @Sendable
    private static func municipalities(_ call: Call) throws -> Reply {
        let registry = call.snapshot.registry
        let provinces = call.query.codes("province", ProvinceCode.self)
        let search = TextSearch(call.query.text("text"))
        let found = registry.geography.municipalities.filter { municipality in
            (provinces.isEmpty || provinces.contains(municipality.province)) && search.hits([municipality.name])
        }
        func summary(_ municipality: Municipality) -> MunicipalitySummary {
            MunicipalitySummary(municipality, coordination: registry.coordination)
        }
        guard call.wantsTable else { return try .json(Page(of: found, for: call.query, summary)) }
        let rows = found.map(summary).map { [$0.code, $0.name, $0.province, $0.coordinationStatus] }
        return .table(CSVTable(columns: ["code", "name", "province", "coordinationStatus"], rows: rows))
    }

    private static func municipality(_ call: Call) throws(Problem) -> Municipality {
        guard let code = call.path["code"].flatMap(MunicipalityCode.init(rawValue:)),
            let municipality = call.snapshot.registry.geography.municipality(code)
        else { throw .unknown("Deze gemeente") }
        return municipality
    }
}
