import Foundation

/// Rising whole numbers as a short text: the differences, seven bits to a byte with the lowest first (LEB128), and
/// that in base 64 (RFC 4648 §4). A million of them take two megabytes and are read in the blink of an eye.
enum NumberList {
    static func text(_ numbers: [Int]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(numbers.count * 2)
        var before = 0
        for number in numbers {
            var rest = UInt(bitPattern: number &- before)
            while rest >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(truncatingIfNeeded: rest))
            before = number
        }
        return Data(bytes).base64EncodedString()
    }

    /// `nil` for what is no such text, or does not rise.
    static func numbers(_ text: String) -> [Int]? {
        guard let data = Data(base64Encoded: text) else { return nil }
        var numbers: [Int] = []
        numbers.reserveCapacity(data.count)
        var (rest, shift, before) = (UInt(0), UInt(0), 0)
        for byte in [UInt8](data) {
            guard shift < 63 else { return nil }
            rest |= UInt(byte & 0x7f) << shift
            shift += 7
            if byte & 0x80 != 0 { continue }
            guard let step = Int(exactly: rest), numbers.isEmpty || step > 0 else { return nil }
            let (number, isOver) = before.addingReportingOverflow(step)
            guard !isOver else { return nil }
            numbers.append(number)
            (rest, shift, before) = (0, 0, number)
        }
        return shift == 0 ? numbers : nil
    }
}
