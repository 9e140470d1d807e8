import HTTP

/// What holds for every value of the fields that choose what is sent: reading it never traps, and what it asks for
/// lies within what there is.
enum FieldLaws {
    static func check(_ bytes: ArraySlice<UInt8>) {
        let text = String(decoding: bytes, as: UTF8.self)
        let value = FieldValue(text).text
        demand(!value.utf8.contains { $0 < 0x20 && $0 != 9 || $0 == 0x7F }, "no value ends its line")
        for count in [0, 1, 7, 1_000, Int.max] {
            guard let range = RangeField(value) else { break }
            switch range.selection(of: count) {
            case .part(let part):
                let isInside = part.lowerBound >= 0 && part.upperBound <= count && !part.isEmpty
                demand(isInside, "a range lies within the content")
            case .whole, .unsatisfiable: break
            }
        }
        let coding = AcceptEncoding(value)
        demand((0...1000).contains(coding.gzip) && (0...1000).contains(coding.identity), "a weight is 0 to 1")
        for range in Accept.ranges(value) { demand((0...1000).contains(range.quality), "a quality is 0 to 1") }
        _ = MediaType(value)
        _ = EntityTagCondition(value)
        if let seconds = HTTPDate.epochSeconds(value, now: 1_790_000_000) {
            let again = HTTPDate.epochSeconds(HTTPDate.text(epochSeconds: seconds), now: 1_790_000_000)
            demand(seconds < 0 || again == seconds, "a date written anew is the same moment")
        }
    }
}
