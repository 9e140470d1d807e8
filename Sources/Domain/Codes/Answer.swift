import Foundation

/// Yes, no, or not known; never a guess.
package enum Answer: String, Code {
    package static let listName = "answer"

    case yes
    case no
    case unknown
}
