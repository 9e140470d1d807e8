package import Domain
import Foundation

/// What can go wrong with access keys, as facts; the sentences are made by whoever tells people.
package enum KeyStoreError: Error, Hashable, Sendable {
    /// A key of the role `shelter` needs an organisation.
    case organizationRequired
    /// A name has 1 to `most` characters and no control characters.
    case invalidName(most: Int)
    /// The last day of validity is past.
    case alreadyExpired(CalendarDate)
    case unknownKey
    /// The key file is not what this program writes; `field` is the first that is wrong, where that is known.
    case damaged(file: String, field: String?)
    /// The random source gave what it had given before.
    case randomnessRepeated
    /// The clock stands outside the years 1900 to 2199.
    case clockOutOfRange
    /// The system has no time zone of this name, so that no last day can be told.
    case missingTimeZone(String)
    case system(call: String, code: Int32)
}
