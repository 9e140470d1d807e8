import Foundation

/// The age bands of the gap views, in completed years (domain section 3.1).
package enum AgeBand: String, Code {
    package static let listName = "ageBand"

    case age011 = "age_0_11"
    case age1217 = "age_12_17"
    case age1822 = "age_18_22"
    case age2364 = "age_23_64"
    case age65Plus = "age_65_plus"
}

extension AgeBand {
    /// The band that holds `age` in completed years.
    package init(age: Int) {
        switch age {
        case ...11: self = .age011
        case ...17: self = .age1217
        case ...22: self = .age1822
        case ...64: self = .age2364
        default: self = .age65Plus
        }
    }
}
