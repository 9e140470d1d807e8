import Domain
import TestTools

/// A few provinces with up to four municipalities each.
struct RandomMap {
    let geography: Geography
    let provinces: [ProvinceCode]

    init(using random: inout SeededGenerator) {
        provinces = Array(ProvinceCode.allCases.shuffled(using: &random).prefix(random.number(2...4)))
        var municipalities: [Municipality] = []
        for (index, province) in provinces.enumerated() {
            for number in 0..<random.number(1...4) {
                let code = TestMap.municipality("GM0\(index + 1)0\(number + 1)")
                municipalities.append(
                    Municipality(
                        code: code, name: code.rawValue, province: province, safetyRegion: "Regio \(index + number)",
                        centreMunicipality: random.chance(80) ? "Centrum \(index)" : nil))
            }
        }
        geography = Geography(
            provinces: provinces.map { TestMap.province($0, $0.rawValue) }, municipalities: municipalities,
            regions: [])
    }

    var areas: [Area] {
        provinces.map(Area.province) + geography.municipalities.map { .municipality($0.code) }
    }

    func municipalities(in province: ProvinceCode) -> [MunicipalityCode] {
        geography.municipalities.filter { $0.province == province }.map(\.code)
    }
}
