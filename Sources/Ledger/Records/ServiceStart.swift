package import Foundation

/// What a service has begun with: the files that it has read, and the moment from which their examples count.
///
/// It says what no other record does of an answer: with it, and the records up to a moment, the answer of that moment
/// can be given again.
package struct ServiceStart: Hashable, Sendable {
    /// The version of the registry's files.
    package let registry: String
    /// Whether the places that were invented to show the program take part; their counts begin anew at every start.
    package let hasExamples: Bool
    let load: RecordTime

    /// When the files were read: from then examples count their minutes and days back and forth.
    package var loadedAt: Date { load.date }

    /// - Parameter loadedAt: in whole milliseconds, for the journal keeps no more.
    /// - Returns: `nil` outside the years 1970 to 2199.
    package init?(registry: String, loadedAt: Date, hasExamples: Bool) {
        guard let load = RecordTime(loadedAt) else { return nil }
        self.init(registry: registry, load: load, hasExamples: hasExamples)
    }

    init(registry: String, load: RecordTime, hasExamples: Bool) {
        (self.registry, self.load, self.hasExamples) = (registry, load, hasExamples)
    }
}
