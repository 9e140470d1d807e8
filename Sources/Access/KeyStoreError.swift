package import Domain
import Foundation

/// What can go wrong with access keys, as facts; the sentences are made by whoever tells people.
package enum KeyStoreError: Error, Hashable, Sendable {
    /// A key of the role `shelter` needs an organisation.
    case organizationRequired
    /// A name has 1 to `most` characters, all of them to be seen.
    case invalidName(most: Int)
    /// A user has 1 to `most` characters of visible ASCII, and no comma.
    case invalidUser(most: Int)
    /// Another key, which is not ended, is for this user.
    case userTaken(by: String)
    /// The last day of validity is past.
    case alreadyExpired(CalendarDate)
    case unknownKey
    /// A key that has been revoked cannot be replaced.
    case revoked
    /// The key has been replaced already, by this one.
    case alreadyReplaced(by: String)
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
