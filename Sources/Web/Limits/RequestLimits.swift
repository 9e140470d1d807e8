/// How many requests may come, and from whom they are counted.
package struct RequestLimits: Hashable, Sendable {
    /// Requests a second without a key that counts, from one address; `nil` for no limit.
    package var addressRate: Int?
    /// Requests a second with one key; `nil` for no limit.
    package var keyRate: Int?
    /// Whether wrong keys are counted.
    package var countsWrongKeys: Bool

    package static let mostRate = Bucket.Pace.most

    package init(addressRate: Int? = 50, keyRate: Int? = 200, countsWrongKeys: Bool = true) {
        (self.addressRate, self.keyRate, self.countsWrongKeys) = (addressRate, keyRate, countsWrongKeys)
    }

    /// For tests and measurements of other things.
    package static let none = RequestLimits(addressRate: nil, keyRate: nil, countsWrongKeys: false)

    /// Ten seconds' worth at once without a key: a page with all it needs, an office that comes in at nine.
    var addressPace: Bucket.Pace? { addressRate.map { Bucket.Pace(rate: $0, burst: $0 * 10) } }
    /// Five seconds' worth with one.
    var keyPace: Bucket.Pace? { keyRate.map { Bucket.Pace(rate: $0, burst: $0 * 5) } }
}
