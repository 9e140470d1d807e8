import Foundation

/// Who pays (domain section 3.4; rule R18: shown, never ranked on).
package enum FundingSource: String, Code {
    package static let listName = "funding"

    case wmo
    case jeugdwet
    case duVo = "du_vo"
    case vws
    case jenv
    case szw
    case wlz
    case zvw
    case municipalGrant = "municipal_grant"
    case privateMoney = "private"
    case mixed
    case unknown
}
