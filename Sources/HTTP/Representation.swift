/// One form of a file as it is sent, with the fields that go with it, all made beforehand.
///
/// A class, so that taking it up costs one reference and not one for every part.
final class Representation: Sendable {
    let validators: Validators
    /// 200 with all of it.
    let whole: Response
    let content: [UInt8]
    /// Of an answer to a client that has the rest: 304 (RFC 9110 §15.4.5), and 206 after `If-Range`
    /// (RFC 9110 §15.3.7).
    let briefFields: Fields

    /// - Parameters:
    ///   - label: for the log.
    ///   - coding: for `Content-Encoding`; `nil`: none.
    ///   - isChosen: there is another form beside it, so that the answer depends on `Accept-Encoding`.
    init(
        label: String, content: [UInt8], validators: Validators, contentType: String, coding: String?,
        isChosen: Bool, cacheControl: String
    ) {
        (self.content, self.validators) = (content, validators)
        var brief: Fields = [.etag: validators.tagText, .cacheControl: cacheControl]
        if isChosen { brief.add(.vary, "Accept-Encoding") }
        var fields = brief
        fields.add(.contentType, contentType)
        if let coding { fields.add(.contentEncoding, coding) }
        if let date = validators.dateText { fields.add(.lastModified, date) }
        fields.add(.acceptRanges, "bytes")
        briefFields = brief
        whole = Response(.ok, fields: fields, content: .bytes(content[...]), label: label)
    }
}
