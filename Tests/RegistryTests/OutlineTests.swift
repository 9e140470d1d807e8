import Domain
import Foundation
import Registry
import Testing

private let outline = "outline.json"

/// The drawn map (issue of the pages, part 2).
@Suite("The outline of the provinces")
struct OutlineTests {
    @Test(arguments: [
        FaultExample.set("point of one number", in: outline, "/provinces/2/polygons/0/1", [6], gives: "not_a_point"),
        .set("point of three", in: outline, "/provinces/2/polygons/0/1", [6, 52.5, 1], gives: "not_a_point"),
        .set("point that is a text", in: outline, "/provinces/2/polygons/0/1", "6 52", gives: "wrong_type"),
        .set(
            "latitude and longitude changed", in: outline, "/provinces/2/polygons/0/1/0", 52.5, gives: "out_of_range"),
        .set("number that is a text", in: outline, "/provinces/2/polygons/0/1/1", "52", gives: "wrong_type"),
        .set(
            "too few points", in: outline, "/provinces/2/polygons/0", [[5.5, 52], [6, 52.5], [5.5, 52]],
            gives: "ring_too_short"),
        .set(
            "open", in: outline, "/provinces/2/polygons/0/3", [5.5, 52.1], gives: "ring_not_closed",
            at: "/provinces/2/polygons/0"),
        .set(
            "clockwise", in: outline, "/provinces/2/polygons/0", [[5.5, 52], [5, 52.5], [6, 52.5], [5.5, 52]],
            gives: "ring_the_wrong_way_round"),
        .set(
            "without area", in: outline, "/provinces/2/polygons/0", [[5.5, 52], [6, 52], [5, 52], [5.5, 52]],
            gives: "ring_the_wrong_way_round"),
        .set("without rings", in: outline, "/provinces/2/polygons", [], gives: "ring_too_short"),
        .set("ring that is a number", in: outline, "/provinces/2/polygons/0", 7, gives: "wrong_type"),
        .set("code that is not one", in: outline, "/provinces/2/code", 7, gives: "wrong_type"),
        .set("date", in: outline, "/asOf", "2025", gives: "malformed"),
        .remove(in: outline, "/provinces/2/polygons"), .remove(in: outline, "/provinces"),
    ])
    func oneFault(_ example: FaultExample) throws { try example.check() }

    @Test func everyProvinceIsThereOnce() throws {
        let removed = SmallRegistry.Change(file: outline, pointer: "/provinces/3", value: nil)
        #expect(try SmallRegistry.folder(changing: [removed]).faults == ["outline.json#/provinces missing_listed"])

        let entry = SmallRegistry.trees[outline]?["/provinces/0"]
        let added = SmallRegistry.Change(file: outline, pointer: "/provinces/12", value: entry)
        #expect(
            try SmallRegistry.folder(changing: [added]).faults == ["outline.json#/provinces/12/code duplicate_id"])
    }

    /// Each municipality stands in the drawn shape of its own province, and no other.
    @Test func everyMunicipalityLiesInItsProvince() throws {
        let map = try ShippedData.registry.geography
        for municipality in map.municipalities {
            let point = Outline.Point(longitude: municipality.longitude, latitude: municipality.latitude)
            let found = ProvinceCode.allCases.filter { code in
                map.outline.shapes[code]?.contains { $0.contains(point) } ?? false
            }
            #expect(found == [municipality.province], "\(municipality.name)")
        }
    }

    /// Neighbours share the points of their border, so that no light shines between them.
    @Test func neighboursShareTheirPoints() throws {
        let shapes = try ShippedData.registry.outline.shapes
        #expect(shapes.count == 12)
        for code in ProvinceCode.allCases {
            let own = Set((shapes[code] ?? []).flatMap(\.points))
            let others = Set(shapes.filter { $0.key != code }.values.joined().flatMap(\.points))
            #expect(own.intersection(others).count > 5, "\(code)")
        }
    }
}
