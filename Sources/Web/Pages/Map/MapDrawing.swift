import Domain
import Foundation

/// The provinces drawn on a plane of whole numbers: north is up, and a degree of longitude is as wide as it is in the
/// middle of the country. Small enough to stand in a page: about three kilobytes.
struct MapDrawing: Sendable {
    static let height = 1_000
    let width: Int
    let shapes: [ProvinceCode: Shape]

    /// One province as an SVG path, and where its figure stands.
    struct Shape: Sendable {
        let path: String
        let label: Spot
    }

    /// A place on the plane; `y` grows downwards.
    struct Spot: Hashable, Sendable {
        let x: Int
        let y: Int
    }

    private let west: Double
    private let north: Double
    private let scale: Double
    /// How wide a degree of longitude is in the middle of the country, beside one of latitude.
    private static let narrowing = cos(52.2 * Double.pi / 180)
    /// Between the shapes and the edge, so that no line is cut off.
    private static let margin = 6.0

    /// - Returns: `nil` for a map without shapes.
    init?(_ outline: Outline) {
        let points = outline.shapes.values.joined().flatMap(\.points)
        let (longitudes, latitudes) = (points.map(\.longitude), points.map(\.latitude))
        guard let west = longitudes.min(), let east = longitudes.max(), let south = latitudes.min(),
            let north = latitudes.max(), north > south
        else { return nil }
        let scale = (Double(Self.height) - 2 * Self.margin) / (north - south)
        (self.west, self.north, self.scale) = (west, north, scale)
        width = Int(((east - west) * Self.narrowing * scale + 2 * Self.margin).rounded())
        let plane = Plane(west: west, north: north, scale: scale)
        shapes = outline.shapes.mapValues { rings in
            let lines = rings.map { $0.points.dropLast().map(plane.spot) }
            return Shape(
                path: lines.map(Self.path).joined(),
                label: LabelSpot.best(in: lines.max { $0.count < $1.count } ?? []))
        }
    }

    /// Where a place in the country stands on the plane.
    func spot(latitude: Double, longitude: Double) -> Spot {
        Plane(west: west, north: north, scale: scale)
            .spot(Outline.Point(longitude: longitude, latitude: latitude))
    }

    private struct Plane {
        let west: Double
        let north: Double
        let scale: Double

        func spot(_ point: Outline.Point) -> Spot {
            let x = (point.longitude - west) * MapDrawing.narrowing * scale + MapDrawing.margin
            let y = (north - point.latitude) * scale + MapDrawing.margin
            return Spot(x: Int(x.rounded()), y: Int(y.rounded()))
        }
    }

    /// A closed line, step by step: a minus sign parts two numbers as well as a space does.
    private static func path(_ spots: [Spot]) -> String {
        guard var last = spots.first else { return "" }
        var path = "M\(last.x) \(last.y)l"
        for spot in spots.dropFirst() where spot != last {
            let (right, down) = (spot.x - last.x, spot.y - last.y)
            if right >= 0, !path.hasSuffix("l") { path += " " }
            path += "\(right)" + (down < 0 ? "\(down)" : " \(down)")
            last = spot
        }
        return path + "z"
    }
}

/// Where a figure stands best in a shape: as far from its border as can be.
private enum LabelSpot {
    private static let steps = 24

    static func best(in line: [MapDrawing.Spot]) -> MapDrawing.Spot {
        let (columns, rows) = (line.map(\.x), line.map(\.y))
        guard let left = columns.min(), let right = columns.max(), let top = rows.min(), let bottom = rows.max() else {
            return MapDrawing.Spot(x: 0, y: 0)
        }
        var best = (spot: MapDrawing.Spot(x: (left + right) / 2, y: (top + bottom) / 2), room: 0.0)
        for row in 1..<steps {
            for column in 1..<steps {
                let x = Double(left) + Double((right - left) * column) / Double(steps)
                let y = Double(top) + Double((bottom - top) * row) / Double(steps)
                let room = room(x, y, in: line, beyond: best.room)
                if room > best.room { best = (MapDrawing.Spot(x: Int(x), y: Int(y)), room) }
            }
        }
        return best.spot
    }

    /// How far the border is; 0 outside, and where it is no more than `least`. A figure is wider than it is high, so
    /// that room to the sides counts for less.
    private static func room(
        _ x: Double, _ y: Double, in line: [MapDrawing.Spot], beyond least: Double
    ) -> Double {
        var (isInside, nearest) = (false, Double.infinity)
        for (start, end) in zip(line, line.dropFirst() + line.prefix(1)) {
            let (x1, y1, x2, y2) = (Double(start.x), Double(start.y), Double(end.x), Double(end.y))
            if (y1 > y) != (y2 > y), x < x1 + (y - y1) / (y2 - y1) * (x2 - x1) { isInside.toggle() }
            let (width, height) = (x2 - x1, y2 - y1)
            let length = width * width + height * height
            let share = length == 0 ? 0 : max(0, min(1, ((x - x1) * width + (y - y1) * height) / length))
            let (right, down) = ((x1 + share * width - x) * 0.7, y1 + share * height - y)
            nearest = min(nearest, right * right + down * down)
            guard nearest > least else { return 0 }
        }
        return isInside ? nearest : 0
    }
}
