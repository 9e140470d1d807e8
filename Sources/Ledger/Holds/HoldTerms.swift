package import Foundation

/// How long places may be kept for somebody, and how many at a time (rule R16).
package struct HoldTerms: Hashable, Sendable {
    /// The length of a hold; seconds.
    package let length: TimeInterval
    /// How much an extension adds; seconds.
    package let extensionLength: TimeInterval
    /// The longest from opening to end, however it was extended; seconds.
    package let longest: TimeInterval
    /// How many holds one key may have open at a time.
    package let mostPerHolder: Int

    /// - Parameter length: at most `longest`; more is as much as that.
    package init(
        length: TimeInterval = 3_600, extensionLength: TimeInterval = 3_600, longest: TimeInterval = 4 * 3_600,
        mostPerHolder: Int = 50
    ) {
        (self.length, self.extensionLength) = (min(length, longest), extensionLength)
        (self.longest, self.mostPerHolder) = (longest, mostPerHolder)
    }
}
