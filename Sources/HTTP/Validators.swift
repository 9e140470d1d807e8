/// What tells one state of a representation from another, RFC 9110 §8.8, and what a request's conditions make of it.
struct Validators: Hashable, Sendable {
    let tag: EntityTag
    /// Seconds since 1970 in UTC. Only of a second that was over when the representation was read, so that it names
    /// one state for certain (RFC 9110 §8.8.2.2); else `nil`.
    let lastModified: Int?
    /// As they stand in `ETag` and `Last-Modified`.
    let tagText: String
    let dateText: String?

    init(tag: EntityTag, lastModified: Int?) {
        (self.tag, self.lastModified) = (tag, lastModified)
        (tagText, dateText) = (tag.description, lastModified.map(HTTPDate.text))
    }

    /// What to do with a request.
    enum Verdict: Hashable, Sendable {
        /// All conditions hold, or there are none.
        case proceed
        /// 304
        case notModified
        /// 412
        case failed
    }

    /// Weighs `If-Match`, `If-Unmodified-Since`, `If-None-Match` and `If-Modified-Since` in the order of
    /// RFC 9110 §13.2.2.
    ///
    /// A list of tags that is not in the grammar holds no tag: `If-Match` fails, `If-None-Match` holds. A date that
    /// is none is ignored, and so are both dates where nothing is known of the last change.
    ///
    /// - Parameters:
    ///   - isReading: the method is GET or HEAD.
    ///   - now: seconds since 1970 in UTC, for years of two digits.
    func verdict(on asked: AskedConditions, isReading: Bool, now: Int) -> Verdict {
        if let field = asked.ifMatch {
            guard field == tagText || EntityTagCondition(field)?.matchesStrongly(tag) == true else { return .failed }
        } else if let lastModified, let limit = date(asked.ifUnmodifiedSince, now: now) {
            guard lastModified <= limit else { return .failed }
        }
        if let field = asked.ifNoneMatch {
            guard field == tagText || EntityTagCondition(field)?.matchesWeakly(tag) == true else { return .proceed }
            return isReading ? .notModified : .failed
        }
        if isReading, let lastModified, let limit = date(asked.ifModifiedSince, now: now), lastModified <= limit {
            return .notModified
        }
        return .proceed
    }

    /// Whether `If-Range` lets a range through: its tag is strong and the same, or its date is exactly the last
    /// change, RFC 9110 §13.1.5.
    func matchesIfRange(_ field: String, now: Int) -> Bool {
        if field == tagText { return !tag.isWeak }
        // A date begins with a letter, a tag with a quote or `W/`.
        return lastModified.map { $0 == date(field, now: now) } ?? false
    }

    /// Most clients send back the very text they were given.
    private func date(_ field: String?, now: Int) -> Int? {
        guard let field else { return nil }
        return field == dateText ? lastModified : HTTPDate.epochSeconds(field, now: now)
    }
}
