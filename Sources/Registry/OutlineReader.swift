import Domain
import Foundation
import JSONText

/// Reads the drawn shapes of the provinces: every province once, every ring closed and counter-clockwise.
enum OutlineReader {
    private static let fileNames: Set<String> = ["asOf", "source", "provinces"]
    private static let entryNames: Set<String> = ["code", "polygons"]
    /// Around the European Netherlands: what lies outside has its coordinates the wrong way round.
    private static let longitudes = 3...8
    private static let latitudes = 50...54

    static func read(_ reader: JSONReader) -> Outline? {
        guard let object = reader.object(fileNames) else { return nil }
        GeographyReader.checkEnvelope(object)
        var roll = Roll()
        guard let entries = object.required("provinces")?.elements({ entry($0, roll: &roll) }) else { return nil }
        for missing in roll.missing(of: ProvinceCode.allCases.map(\.rawValue)) {
            object.fault(.rule(RegistryRule.missingListed(missing)), at: "provinces")
        }
        return Outline(Dictionary(entries, uniquingKeysWith: { first, _ in first }))
    }

    private static func entry(_ reader: JSONReader, roll: inout Roll) -> (ProvinceCode, [Outline.Ring])? {
        let object = reader.object(entryNames)
        let written = object?.required("code")
        let isNew = roll.add(written?.node.string)
        guard let object else { return nil }
        let code = written?.code(ProvinceCode.self)
        if let code, !isNew { object.fault(.rule(RegistryRule.duplicateID(code.rawValue)), at: "code") }
        let polygons = object.required("polygons")
        let rings = polygons?.elements(ring)
        guard let code, let rings else { return nil }
        // A ring that cannot be read is told by itself.
        if case .array(let nodes)? = polygons?.node.value, nodes.isEmpty {
            object.fault(.rule(RegistryRule.ringTooShort), at: "polygons")
        }
        return (code, rings)
    }

    private static func ring(_ reader: JSONReader) -> Outline.Ring? {
        guard case .array(let nodes) = reader.node.value, let points = reader.elements(point) else {
            reader.fault(.wrongType(expected: .array))
            return nil
        }
        // A point that cannot be read is told by itself.
        guard points.count == nodes.count else { return nil }
        do {
            return try Outline.Ring(points)
        } catch {
            switch error {
            case .tooFewPoints: reader.fault(.rule(RegistryRule.ringTooShort))
            case .notClosed: reader.fault(.rule(RegistryRule.ringNotClosed))
            case .wrongWayRound: reader.fault(.rule(RegistryRule.ringTheWrongWayRound))
            }
            return nil
        }
    }

    /// `[longitude, latitude]`.
    private static func point(_ reader: JSONReader) -> Outline.Point? {
        guard case .array(let nodes) = reader.node.value else {
            reader.fault(.wrongType(expected: .array))
            return nil
        }
        guard nodes.count == 2, let first = nodes.first, let last = nodes.last else {
            reader.fault(.rule(RegistryRule.notAPoint))
            return nil
        }
        func number(_ node: JSONNode, _ index: Int, in allowed: ClosedRange<Int>) -> Double? {
            JSONReader(node, at: reader.pointer.appending(index), faults: reader.faults).number(in: allowed)
        }
        let (longitude, latitude) = (number(first, 0, in: longitudes), number(last, 1, in: latitudes))
        guard let longitude, let latitude else { return nil }
        return Outline.Point(longitude: longitude, latitude: latitude)
    }
}
