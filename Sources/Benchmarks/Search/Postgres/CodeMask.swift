import Domain

/// Codes as bits of a number, in the order of their list: the way a table of a database keeps a set of them.
enum CodeMask {
    static func bit<Kind: Code>(_ code: Kind) -> Int { 1 << number(code) }

    static func bits<Kind: Code>(_ codes: some Sequence<Kind>) -> Int { codes.reduce(0) { $0 | bit($1) } }

    /// The place of a code in its list, from 0.
    static func number<Kind: Code>(_ code: Kind) -> Int {
        Array(Kind.allCases).firstIndex(of: code) ?? 0
    }
}

/// Provinces and municipalities apart, as columns and arguments of SQL have them.
struct AreaColumns {
    /// Provinces that are named as a whole.
    let provinces: Int
    /// Provinces of which at least a part is named.
    let touched: Int
    /// Numbers of the municipalities that are named: 193 for `GM0193`.
    let municipalities: [Int]

    init(_ areas: [Area], on map: Geography) {
        var (provinces, municipalities) = (0, [Int]())
        for area in areas {
            switch area {
            case .province(let province): provinces |= CodeMask.bit(province)
            case .municipality(let municipality): municipalities.append(Self.number(municipality))
            }
        }
        (self.provinces, self.municipalities) = (provinces, municipalities)
        touched = CodeMask.bits(areas.compactMap(map.province(of:)))
    }

    static func number(_ municipality: MunicipalityCode) -> Int { Int(municipality.rawValue.dropFirst(2)) ?? 0 }
}
