/// The fields of a request that decide which form of a representation is sent, and whether and what part of it.
///
/// Gathered in one pass: looking for each of them apart costs more than all the rest of a static answer.
struct AskedConditions: Sendable {
    private(set) var acceptEncoding: String?
    private(set) var ifMatch: String?
    private(set) var ifModifiedSince: String?
    private(set) var ifNoneMatch: String?
    private(set) var ifRange: String?
    private(set) var ifUnmodifiedSince: String?
    private(set) var range: String?

    /// Whether RFC 9110 §13.1.1 to §13.1.4 have anything to weigh.
    var hasPreconditions: Bool {
        ifMatch != nil || ifNoneMatch != nil || ifModifiedSince != nil || ifUnmodifiedSince != nil
    }

    init(_ fields: Fields) {
        for line in fields.lines {
            // Most names end here, by their length.
            switch line.name.count {
            case 5: fields.take(line, .range, &range)
            case 8:
                fields.take(line, .ifMatch, &ifMatch)
                fields.take(line, .ifRange, &ifRange)
            case 13: fields.take(line, .ifNoneMatch, &ifNoneMatch)
            case 15: fields.take(line, .acceptEncoding, &acceptEncoding)
            case 17: fields.take(line, .ifModifiedSince, &ifModifiedSince)
            case 19: fields.take(line, .ifUnmodifiedSince, &ifUnmodifiedSince)
            default: break
            }
        }
    }
}

extension Fields {
    /// Puts the value into `place` when the name is `wanted`. Several fields of one name are one list, RFC 9110 §5.3;
    /// where a list makes no sense the value becomes none.
    fileprivate func take(_ line: Line, _ wanted: FieldName, _ place: inout String?) {
        guard isNamed(line, wanted) else { return }
        let value = value(of: line)
        place = place.map { "\($0), \(value)" } ?? value
    }
}
