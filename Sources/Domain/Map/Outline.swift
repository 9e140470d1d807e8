import Foundation

/// The drawn shapes of the provinces: simplified by hand, to be looked at and never to be measured with.
package struct Outline: Hashable, Sendable {
    /// The rings of each province: islands and exclaves have one of their own. No ring lies in another.
    package let shapes: [ProvinceCode: [Ring]]

    package init(_ shapes: [ProvinceCode: [Ring]] = [:]) { self.shapes = shapes }

    package var isEmpty: Bool { shapes.isEmpty }

    /// The province whose drawn shape has `point` in it; `nil` out at sea.
    package func province(at point: Point) -> ProvinceCode? {
        ProvinceCode.allCases.first { code in shapes[code]?.contains { $0.contains(point) } ?? false }
    }

    /// A place in WGS84 degrees.
    package struct Point: Hashable, Sendable {
        package let longitude: Double
        package let latitude: Double

        package init(longitude: Double, latitude: Double) {
            (self.longitude, self.latitude) = (longitude, latitude)
        }
    }

    /// A closed line. Invariant: at least four points, the last the first again, counter-clockwise.
    package struct Ring: Hashable, Sendable {
        package let points: [Point]

        /// Why points make no ring.
        package enum Fault: Error, Hashable {
            case tooFewPoints
            case notClosed
            /// It runs clockwise, or has no area at all.
            case wrongWayRound
        }

        package init(_ points: [Point]) throws(Fault) {
            guard points.count >= 4 else { throw .tooFewPoints }
            guard points.first == points.last else { throw .notClosed }
            self.points = points
            guard doubleArea > 0 else { throw .wrongWayRound }
        }

        /// Twice the enclosed area in square degrees; positive when it runs counter-clockwise.
        private var doubleArea: Double {
            zip(points, points.dropFirst()).reduce(0) { sum, side in
                sum + side.0.longitude * side.1.latitude - side.1.longitude * side.0.latitude
            }
        }

        /// Whether `point` lies inside: a line from it to the east crosses the ring an odd number of times.
        package func contains(_ point: Point) -> Bool {
            zip(points, points.dropFirst()).count { start, end in
                guard (start.latitude > point.latitude) != (end.latitude > point.latitude) else { return false }
                let share = (point.latitude - start.latitude) / (end.latitude - start.latitude)
                return point.longitude < start.longitude + share * (end.longitude - start.longitude)
            } % 2 == 1
        }
    }
}
