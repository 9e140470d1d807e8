import Domain
import JSONText

/// The areas a secret place is not safe for, of which nobody may learn more than the provinces: a municipality among
/// them tells where in its province the place is (domain section 2, no. 3).
///
/// The contract compares them by province; so they are made provinces when they are read, and nothing behind the
/// reader, the version of the registry included, can tell two files apart that differ in less.
enum HiddenAreas {
    /// The provinces of `areas`, each once, in the order of the map.
    static func coarse(_ areas: [Area], among known: KnownMunicipalities) -> [Area] {
        let provinces = Set(
            areas.compactMap { area in
                switch area {
                case .province(let province): province
                case .municipality(let municipality): known.province(of: municipality)
                }
            })
        return ProvinceCode.allCases.filter(provinces.contains).map(Area.province)
    }

    /// One line for each secret place that named an area.
    static func lines(of organizations: [Organization]) -> [String] {
        organizations.flatMap(\.services).filter { $0.securityLevel == .secret }.compactMap { service in
            let areas = service.site.unsafeForAreas
            return areas.isEmpty ? nil : "\(service.id.rawValue) \(areas.map(\.code).joined(separator: " "))\n"
        }
    }

    /// The text of a province file without those lists, white space and all.
    static func removed(from bytes: [UInt8], of root: JSONNode) -> [UInt8] {
        var (kept, rest) = ([UInt8](), bytes[...])
        for start in starts(in: root) where start >= rest.startIndex {
            kept += rest[..<start]
            // A code holds no bracket, and the version of a file in which something else stands is not used.
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "]")) ?? bytes.endIndex
            rest = bytes[end...]
        }
        return kept.isEmpty ? bytes : kept + rest
    }

    /// Where each of the lists begins, in the order of the text.
    private static func starts(in root: JSONNode) -> [Int] {
        let organizations = root["organizations"]?.elements ?? []
        return organizations.flatMap { $0["services"]?.elements ?? [] }.compactMap { service in
            guard service["securityLevel"]?.string == SecurityLevel.secret.rawValue else { return nil }
            return service["unsafeForAreas"]?.offset
        }
    }
}

extension JSONNode {
    fileprivate subscript(_ name: String) -> JSONNode? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.name == name }?.node
    }

    fileprivate var elements: [JSONNode] {
        if case .array(let elements) = value { elements } else { [] }
    }
}
