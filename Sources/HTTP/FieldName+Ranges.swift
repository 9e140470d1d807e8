extension FieldName {
    package static let acceptRanges: FieldName = "Accept-Ranges"
    package static let contentRange: FieldName = "Content-Range"
    package static let ifRange: FieldName = "If-Range"
    package static let ifUnmodifiedSince: FieldName = "If-Unmodified-Since"
    package static let range: FieldName = "Range"
}
