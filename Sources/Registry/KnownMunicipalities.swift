import Domain
import Foundation

/// The municipalities that other files may name.
///
/// While the file of the municipalities has faults itself it is not known which there are. Then every code is
/// let through, so that one slip in that file does not show as a fault wherever the municipality is named.
struct KnownMunicipalities {
    private let provinces: [MunicipalityCode: ProvinceCode]
    private let isComplete: Bool

    init(_ municipalities: [Municipality], isComplete: Bool) {
        let pairs = municipalities.map { ($0.code, $0.province) }
        provinces = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        self.isComplete = isComplete
    }

    /// `false` only where it is certain that there is no such municipality.
    func mayContain(_ code: MunicipalityCode) -> Bool { !isComplete || provinces[code] != nil }

    /// `nil` where it is not known.
    func province(of code: MunicipalityCode) -> ProvinceCode? { provinces[code] }
}
