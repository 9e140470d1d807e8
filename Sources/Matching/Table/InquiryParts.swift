import Domain
import Foundation

/// Where somebody is not safe, as bits of provinces and numbers of municipalities.
struct DangerInquiry: Sendable {
    /// Whether danger areas count for this search: a threat above green, and areas named.
    let counts: Bool
    let isOrange: Bool
    /// Low half: whole provinces; high half: provinces of single municipalities.
    let areas: UInt32
    let municipalities: [UInt16]
    /// The provinces of all areas.
    let provinces: UInt16

    init(_ profile: Profile, in table: ServiceTable) {
        counts = profile.threat != .green && profile.dangerAreas != nil
        isOrange = profile.threat == .orange
        var (whole, parts): (UInt16, UInt16) = (0, 0)
        var numbers: [UInt16] = []
        for area in profile.dangerAreas ?? [] {
            switch area {
            case .province(let province): whole |= 1 << UInt16(province.number)
            case .municipality(let code):
                guard let number = table.number(of: code), let province = table.province(ofNumber: number) else {
                    continue
                }
                parts |= 1 << UInt16(province.number)
                numbers.append(number)
            }
        }
        areas = UInt32(whole) | UInt32(parts) << 16
        (municipalities, provinces) = (numbers, whole | parts)
    }

    /// Provinces of single municipalities.
    var parts: UInt16 { UInt16(truncatingIfNeeded: areas >> 16) }
}

/// Where the person is now, as far as it is known.
struct LocationInquiry: Sendable {
    /// The province, as a bit; all bits where nothing is known, and one that no province has for a municipality that is
    /// not on the map.
    let province: UInt16
    let municipality: UInt16?
    /// Nothing finer than the province is known.
    let isCoarse: Bool
    let isKnown: Bool
    /// The number of the own province when it was not itself named as dangerous; 255 else.
    let safeProvince: UInt8

    init(_ profile: Profile, in table: ServiceTable) {
        let own: ProvinceCode?
        if let code = profile.currentMunicipality {
            municipality = table.number(of: code)
            own = table.map.municipality(code)?.province
            (isCoarse, isKnown) = (false, true)
        } else {
            (municipality, own, isCoarse, isKnown) = (
                nil, profile.currentProvince, true, profile.currentProvince != nil
            )
        }
        let nowhere: UInt16 = 1 << 15
        province = own.map { 1 << UInt16($0.number) } ?? (isKnown ? nowhere : .max)
        let region = own ?? profile.currentProvince
        let isDangerous = region.map { (profile.dangerAreas ?? []).contains(.province($0)) } ?? true
        safeProvince = isDangerous ? .max : region.map { UInt8($0.number) } ?? .max
    }
}

/// Which section a kind of place leads to for a person, by ``Criteria/KindClass``; 0 for none of its own.
struct KindSections {
    let early: [UInt8]
    let late: [UInt8]

    init(_ profile: Profile) {
        let isLater = profile.urgency == .planned
        let wantsRest = profile.victimStatusUnclear || profile.prefers.contains(.shelterKind(.timeOut))
        let isDisadvantaged = profile.foundByInspectorate || profile.knownForms.contains(.seriousDisadvantage)
        early = Criteria.KindClass.allCases.map { kind in
            switch kind {
            case .unsuitable: Section.fallback.byte
            case .planned, .plannedShort: isLater ? 0 : Section.followUp.byte
            default: 0
            }
        }
        late = Criteria.KindClass.allCases.map { kind in
            switch kind {
            case .ordinary, .unsuitable, .planned: 0
            case .omp: profile.hasMultiProblemMark ? 0 : Section.ompReserve.byte
            case .ompShort: (profile.hasMultiProblemMark ? Section.bridging : .ompReserve).byte
            case .timeOutShort: wantsRest ? 0 : Section.bridging.byte
            case .emergencyShort: isDisadvantaged ? 0 : Section.bridging.byte
            case .plannedShort, .otherShort: Section.bridging.byte
            }
        }
    }
}

extension Section {
    /// Its order as a byte.
    var byte: UInt8 { UInt8(order) }

    /// The section of each order; 0 has none.
    static let byOrder: [Section?] = [nil] + Section.allCases.sorted { $0.order < $1.order }.map { $0 }
}

extension FreshnessLimits {
    /// By ``Criteria/limits``.
    static let byNumber: [FreshnessLimits] = [.quick, .beds, .ambulatory]
}
