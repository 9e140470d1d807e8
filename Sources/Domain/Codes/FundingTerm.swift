import Foundation

/// For how long the money is there (feature F21).
package enum FundingTerm: String, Code {
    package static let listName = "fundingTerm"

    case structural
    case temporary
    case pilot
}
