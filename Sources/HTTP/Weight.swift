/// The `q` of a member of an `Accept…` field, RFC 9110 §12.4.2.
enum Weight {
    /// In thousandths, 0 to 1000; `nil` unless `bytes` is `0` or `1` with at most three decimals.
    static func thousandths(_ bytes: Span<UInt8>) -> Int? {
        guard (1...5).contains(bytes.count), bytes[0] == 0x30 || bytes[0] == 0x31 else { return nil }
        guard bytes.count == 1 || bytes[1] == UInt8(ascii: ".") else { return nil }
        var (thousandths, unit) = (bytes[0] == 0x31 ? 1000 : 0, 100)
        var place = 2
        while place < bytes.count {
            guard bytes[place].isDigit else { return nil }
            thousandths += Int(bytes[place] & 0x0F) * unit
            unit /= 10
            place += 1
        }
        return thousandths <= 1000 ? thousandths : nil
    }
}
