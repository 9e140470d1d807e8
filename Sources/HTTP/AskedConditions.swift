/// The fields of a request that decide which form of a representation is sent, and whether and what part of it.
///
/// Gathered in one pass: looking for each of them apart costs more than all the rest of a static answer.
package struct AskedConditions: Sendable {
    package private(set) var acceptEncoding: String?
    package private(set) var ifMatch: String?
    package private(set) var ifModifiedSince: String?
    package private(set) var ifNoneMatch: String?
    package private(set) var ifRange: String?
    package private(set) var ifUnmodifiedSince: String?
    package private(set) var range: String?

    /// Whether RFC 9110 §13.1.1 to §13.1.4 have anything to weigh.
    package var hasPreconditions: Bool {
        ifMatch != nil || ifNoneMatch != nil || ifModifiedSince != nil || ifUnmodifiedSince != nil
    }

    package init(_ fields: Fields) {
        for index in fields.indices {
            // Most names end here, by their first letter.
            switch fields[index].name.spelling.utf8.first {
            case UInt8(ascii: "A"), UInt8(ascii: "a"): fields[index].take(.acceptEncoding, &acceptEncoding)
            case UInt8(ascii: "R"), UInt8(ascii: "r"): fields[index].take(.range, &range)
            case UInt8(ascii: "I"), UInt8(ascii: "i"):
                let field = fields[index]
                field.take(.ifMatch, &ifMatch)
                field.take(.ifModifiedSince, &ifModifiedSince)
                field.take(.ifNoneMatch, &ifNoneMatch)
                field.take(.ifRange, &ifRange)
                field.take(.ifUnmodifiedSince, &ifUnmodifiedSince)
            default: break
            }
        }
    }
}

extension Fields.Field {
    /// Puts the value into `place` when the name is `wanted`. Several fields of one name are one list, RFC 9110 §5.3;
    /// where a list makes no sense the value becomes none.
    fileprivate func take(_ wanted: FieldName, _ place: inout String?) {
        guard name == wanted else { return }
        place = place.map { "\($0), \(value)" } ?? value
    }
}
