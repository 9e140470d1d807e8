/// The `Date` field of answers, formatted once a second.
struct DateLine {
    private(set) var bytes: [UInt8] = []
    private var second = Int.min

    /// - Parameter epochSeconds: whole seconds since 1970 in UTC.
    mutating func update(epochSeconds: Int) {
        guard epochSeconds != second else { return }
        second = epochSeconds
        bytes = Array("Date: \(HTTPDate.text(epochSeconds: epochSeconds))\r\n".utf8)
    }
}
