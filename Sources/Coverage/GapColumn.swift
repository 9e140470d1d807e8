package import Domain
import Foundation

/// A column of the gap matrix: what stands in a province, or what is open to all provinces, wherever it stands. A
/// national place is in both.
package enum GapColumn: Hashable, Sendable {
    case province(ProvinceCode)
    case national

    package static let all: [GapColumn] = ProvinceCode.allCases.map(GapColumn.province) + [.national]

    /// In tables: the code of the province, or `national`.
    package var code: String {
        switch self {
        case .province(let province): province.rawValue
        case .national: "national"
        }
    }

    package func holds(_ service: Service) -> Bool {
        switch self {
        case .province(let province): service.site.province == province
        case .national: service.isOpenToAllProvinces
        }
    }
}
