import Foundation

/// The administrative map: provinces, municipalities and the regions beside them, with the lookups rules need.
/// A reference, because every rule of every search is handed it.
package final class Geography: Sendable {
    package let provinces: [Province]
    package let municipalities: [Municipality]
    package let regions: [Region]
    /// The drawn shapes of the provinces; empty on the small maps of tests.
    package let outline: Outline

    private let byCode: [MunicipalityCode: Municipality]
    private let provinceByCode: [ProvinceCode: Province]

    package init(
        provinces: [Province], municipalities: [Municipality], regions: [Region], outline: Outline = Outline()
    ) {
        (self.provinces, self.municipalities, self.regions) = (provinces, municipalities, regions)
        self.outline = outline
        byCode = Dictionary(municipalities.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        provinceByCode = Dictionary(provinces.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func municipality(_ code: MunicipalityCode) -> Municipality? { byCode[code] }

    package func province(_ code: ProvinceCode) -> Province? { provinceByCode[code] }

    /// The province `area` is or lies in; `nil` for a municipality that is not on the map.
    package func province(of area: Area) -> ProvinceCode? {
        switch area {
        case .province(let province): province
        case .municipality(let municipality): byCode[municipality]?.province
        }
    }

    /// Whether the two areas share ground: the same, or one lies in the other.
    package func overlap(_ one: Area, _ other: Area) -> Bool {
        switch (one, other) {
        case (.municipality(let one), .municipality(let other)): one == other
        default: province(of: one).map { $0 == province(of: other) } ?? false
        }
    }
}

/// A province with what a map needs of it (CBS and ISO codes, population, place in a tile map).
package struct Province: Hashable, Sendable {
    package let code: ProvinceCode
    package let cbsCode: String
    package let name: String
    package let capital: String
    package let population: Int
    /// 1-based; row 1 is on top.
    package let tileColumn: Int
    package let tileRow: Int

    package init(
        code: ProvinceCode, cbsCode: String, name: String, capital: String, population: Int, tileColumn: Int,
        tileRow: Int
    ) {
        (self.code, self.cbsCode, self.name, self.capital) = (code, cbsCode, name, capital)
        (self.population, self.tileColumn, self.tileRow) = (population, tileColumn, tileRow)
    }
}

/// A municipality and the regions it belongs to; a region is `nil` where that is not certain.
package struct Municipality: Hashable, Sendable {
    package let code: MunicipalityCode
    package let name: String
    package let province: ProvinceCode
    /// Also the co-ordination region and the region for risk screening (domain section 3.4; rule R2).
    package let safetyRegion: String
    package let veiligThuisArea: String?
    package let policeUnit: String?
    package let centreMunicipality: String?
    /// WGS84 degrees of the seat of the municipality, which is public; never of a place.
    package let latitude: Double
    package let longitude: Double
    package let population: Int

    package init(
        code: MunicipalityCode, name: String, province: ProvinceCode, safetyRegion: String,
        veiligThuisArea: String? = nil, policeUnit: String? = nil, centreMunicipality: String? = nil,
        latitude: Double = 0, longitude: Double = 0, population: Int = 0
    ) {
        (self.code, self.name, self.province, self.safetyRegion) = (code, name, province, safetyRegion)
        (self.veiligThuisArea, self.policeUnit) = (veiligThuisArea, policeUnit)
        (self.centreMunicipality, self.population) = (centreMunicipality, population)
        (self.latitude, self.longitude) = (latitude, longitude)
    }
}

/// A region on an axis beside the province.
package struct Region: Hashable, Sendable {
    package let kind: RegionKind
    package let name: String
    package let provinces: [ProvinceCode]
    package let seat: MunicipalityCode?

    package init(kind: RegionKind, name: String, provinces: [ProvinceCode], seat: MunicipalityCode? = nil) {
        (self.kind, self.name, self.provinces, self.seat) = (kind, name, provinces, seat)
    }
}
