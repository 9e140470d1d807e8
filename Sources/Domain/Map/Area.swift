import Foundation

/// A municipality by its CBS code, such as `GM0193` for Zwolle. Whether it exists is for ``Geography`` to say.
package struct MunicipalityCode: RawRepresentable, Hashable, Sendable, Comparable {
    package let rawValue: String

    package init?(rawValue: String) {
        let bytes = Array(rawValue.utf8)
        guard bytes.count == 6, rawValue.hasPrefix("GM") else { return nil }
        guard bytes.dropFirst(2).allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        self.rawValue = rawValue
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }
}

/// A province or a municipality, where a rule may speak of either.
package enum Area: Hashable, Sendable {
    case province(ProvinceCode)
    case municipality(MunicipalityCode)

    /// `NL-OV` or `GM0193`; `nil` for anything else.
    package init?(code: String) {
        if let province = ProvinceCode(rawValue: code) {
            self = .province(province)
        } else if let municipality = MunicipalityCode(rawValue: code) {
            self = .municipality(municipality)
        } else {
            return nil
        }
    }

    package var code: String {
        switch self {
        case .province(let province): province.rawValue
        case .municipality(let municipality): municipality.rawValue
        }
    }
}
