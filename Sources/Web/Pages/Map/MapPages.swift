import Access
import Domain
import Foundation
import HTTP
import Registry

/// The social map for everybody: start, map, provinces, organisations and services (screens S1 to S3).
struct MapPages: PageGroup {
    private let shelf = MapShelf()

    var routes: [PageRoute] {
        let shelf = shelf
        return [
            PageRoute(.get, "/", screen: "S1", .everyone, .now { StartPage(call: $0, shelf: shelf).response() }),
            PageRoute(.get, "/kaart", screen: "kaart", .everyone, .now { MapPage(call: $0, shelf: shelf).response() }),
            PageRoute(
                .get, "/kaart/vrij", screen: "kaart-vrij", .permitted(.readCounts),
                .now { FreeMapPage(call: $0, shelf: shelf).response() }),
            PageRoute(
                .get, "/provincies/{province}", screen: "S2", .everyone,
                .now { try ProvincePage($0).response() }),
            PageRoute(
                .get, "/provincies/{province}/diensten.csv", screen: "S2", .everyone,
                .now { try ProvinceTable($0).response() }),
            PageRoute(
                .get, "/organisaties", screen: "S3", .everyone, .now { OrganizationListPage(call: $0).response() }),
            PageRoute(
                .get, "/organisaties/{organization}", screen: "S3", .everyone,
                .now { try OrganizationPage($0).response() }),
            PageRoute(.get, "/diensten/{service}", screen: "S3", .everyone, .now { try ServicePage($0).response() }),
        ]
    }
}

extension PageCall {
    /// The page of a province.
    func href(_ province: Province) -> String { href("/provincies/\(Slug(of: province.name).text)") }
}
