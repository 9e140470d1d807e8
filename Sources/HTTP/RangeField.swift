/// What a client asked for with `Range: bytes=…`, RFC 9110 §14.2.
///
/// One part is ever sent, of bytes as they lie in memory. Several ranges are joined where they touch or overlap; do
/// they leave a gap, the whole is sent, as RFC 9110 §14.2 allows. So no field, however many ranges it names and however
/// they overlap, makes an answer larger than the file (RFC 9110 §17.15).
package struct RangeField: Hashable, Sendable {
    /// A field that names more is ignored before the rest is read.
    package static let maximumRanges = 32

    /// What to send of a representation.
    package enum Selection: Hashable, Sendable {
        case whole
        /// Not empty.
        case part(Range<Int>)
        /// 416: no range begins inside.
        case unsatisfiable
    }

    package let ranges: [ByteRange]

    /// `nil` where the field is to be ignored: an unknown unit, not in the grammar, or too many ranges. Empty elements
    /// of the list are passed over, RFC 9110 §5.6.1.
    package init?(_ field: String) {
        let bytes = field.utf8.span
        let equals = bytes.place(of: UInt8(ascii: "="))
        guard bytes.extracting(..<equals).equalsIgnoringCase("bytes") else { return nil }
        var ranges: [ByteRange] = []
        var start = equals + 1
        while start < bytes.count {
            let end = bytes.place(of: UInt8(ascii: ","), from: start)
            let piece = bytes.extracting(start..<end)
            let element = piece.extracting(piece.trimmedPlaces)
            start = end + 1
            guard !element.isEmpty else { continue }
            guard ranges.count < Self.maximumRanges, let range = ByteRange(element) else { return nil }
            ranges.append(range)
        }
        guard !ranges.isEmpty else { return nil }
        self.ranges = ranges
    }

    /// - Parameter count: bytes of the selected representation.
    package func selection(of count: Int) -> Selection {
        let parts = ranges.compactMap { $0.positions(in: count) }.sorted { $0.lowerBound < $1.lowerBound }
        guard var joined = parts.first else {
            // The end of an empty file is there, but there is no Content-Range to tell it by (RFC 9110 §14.4).
            return count == 0 && ranges.contains(where: \.isEnd) ? .whole : .unsatisfiable
        }
        for part in parts.dropFirst() {
            guard part.lowerBound <= joined.upperBound else { return .whole }
            joined = joined.lowerBound..<max(joined.upperBound, part.upperBound)
        }
        return .part(joined)
    }
}

extension ByteRange {
    /// Satisfiable whatever the length, RFC 9110 §14.1.2.
    fileprivate var isEnd: Bool { if case .last(let length) = self { length > 0 } else { false } }
}
