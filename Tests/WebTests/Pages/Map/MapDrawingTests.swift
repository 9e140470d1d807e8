import Domain
import Foundation
import Registry
import TestTools
import Testing

@testable import Web

@Suite("The drawn map")
struct MapDrawingTests {
    private static func drawing() throws -> MapDrawing { try #require(MapDrawing(Shipped.registry.outline)) }

    @Test func nothingIsDrawnOfNothing() {
        #expect(MapDrawing(Outline()) == nil)
    }

    /// What a page carries of it (the first page is to stay under 60 kB in all).
    @Test func isSmall() throws {
        let drawing = try Self.drawing()

        #expect(drawing.shapes.count == 12)
        #expect(drawing.shapes.values.map(\.path.utf8.count).reduce(0, +) < 4_000)
        #expect((700...1_000).contains(drawing.width))
    }

    /// The paths, read back, lie within the plane, and end where the points of the outline are.
    @Test func pathsAreTheOutline() throws {
        let drawing = try Self.drawing()
        for (code, rings) in try Shipped.registry.outline.shapes {
            let path = try #require(drawing.shapes[code]?.path)
            let lines = path.split(separator: "z").map { Self.spots(of: String($0)) }
            #expect(lines.count == rings.count, "\(code)")
            for (line, ring) in zip(lines, rings) {
                let drawn = ring.points.dropLast().map {
                    drawing.spot(latitude: $0.latitude, longitude: $0.longitude)
                }
                #expect(line == drawn.reduce(into: []) { if $0.last != $1 { $0.append($1) } }, "\(code)")
                #expect(line.allSatisfy { (0...drawing.width).contains($0.x) && (0...1_000).contains($0.y) })
            }
        }
    }

    /// A figure stands in its own province, away from the border.
    @Test func figuresStandInTheirProvince() throws {
        let drawing = try Self.drawing()
        for (code, shape) in drawing.shapes {
            let lines = shape.path.split(separator: "z").map { Self.spots(of: String($0)) }
            #expect(lines.contains { Self.contains(shape.label, $0) }, "\(code)")
        }
    }

    /// North is up and east is right.
    @Test func townsStandWhereTheyAre() throws {
        let drawing = try Self.drawing()
        let groningen = drawing.spot(latitude: 53.219, longitude: 6.567)
        let maastricht = drawing.spot(latitude: 50.851, longitude: 5.691)

        #expect(groningen.y < maastricht.y)
        #expect(groningen.x > maastricht.x)
    }

    // MARK: Reading back

    private static func spots(of line: String) -> [MapDrawing.Spot] {
        let numbers = line.matches(of: /-?\d+/).compactMap { Int($0.output) }
        var spots: [MapDrawing.Spot] = []
        for index in stride(from: 0, to: numbers.count - 1, by: 2) {
            let last = spots.last ?? MapDrawing.Spot(x: 0, y: 0)
            spots.append(MapDrawing.Spot(x: last.x + numbers[index], y: last.y + numbers[index + 1]))
        }
        return spots
    }

    private static func contains(_ spot: MapDrawing.Spot, _ line: [MapDrawing.Spot]) -> Bool {
        let ring = (line + line.prefix(1)).map { Outline.Point(longitude: Double($0.x), latitude: -Double($0.y)) }
        let closed = (try? Outline.Ring(ring)) ?? (try? Outline.Ring(ring.reversed()))
        return closed?.contains(Outline.Point(longitude: Double(spot.x), latitude: -Double(spot.y))) ?? false
    }
}

@Suite("The shades of a map")
struct MapScaleTests {
    @Test func noneHasAShadeOfItsOwn() {
        let scale = MapScale([0, 3, 5])

        #expect(scale.hasNone)
        #expect([0, 3, 5].map(scale.shade) == [0, 1, 2])
        #expect(!MapScale([1]).hasNone)
        #expect(MapScale([]).ranges.isEmpty)
    }

    @Test func everyFigureIsInExactlyOneRange() {
        for seed in 0..<200 {
            var random = SeededGenerator(seed: UInt64(seed))
            let figures = (0..<12).map { _ in Int.random(in: 0...Int.random(in: 0...60, using: &random), using: &random)
            }
            let scale = MapScale(figures)
            #expect(scale.ranges.count <= MapScale.mostShades)
            for figure in figures where figure > 0 {
                let shades = scale.ranges.indices.filter { scale.ranges[$0].contains(figure) }
                #expect(shades == [scale.shade(of: figure) - 1], "\(figures)")
            }
            let ordered = figures.sorted().map(scale.shade)
            #expect(ordered == ordered.sorted(), "more is never lighter: \(figures)")
        }
    }
}
