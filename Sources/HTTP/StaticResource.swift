/// What one address of a file answers.
final class StaticResource: Sendable {
    static let methods = "GET, HEAD, OPTIONS"

    /// The name of the file from the root, for the log.
    let label: String
    private let plain: Representation
    private let gzip: Representation?

    init(label: String, plain: Representation, gzip: Representation?) {
        (self.label, self.plain, self.gzip) = (label, plain, gzip)
    }

    /// - Parameter now: seconds since 1970 in UTC, for years of two digits.
    func response(to request: Request, now: Int) -> Response {
        switch request.method {
        case .get, .head: break
        case .options: return Response(.noContent, fields: [.allow: Self.methods], label: label)
        default: return Response(.methodNotAllowed, fields: [.allow: Self.methods], label: label)
        }
        let asked = AskedConditions(request.fields)
        guard let chosen = choose(asked) else {
            return Response(.notAcceptable, fields: [.vary: "Accept-Encoding"], label: label)
        }
        if asked.hasPreconditions {
            switch chosen.validators.verdict(on: asked, isReading: true, now: now) {
            case .failed: return Response(.preconditionFailed, label: label)
            case .notModified: return Response(.notModified, fields: chosen.briefFields, label: label)
            case .proceed: break
            }
        }
        if request.method == .get, let part = part(of: chosen, asked, now: now) { return part }
        return chosen.whole
    }

    /// The form the client likes best, the small one among equals; `nil` when it refuses both. Where there is but one
    /// form, there is nothing to choose, and it is sent whatever the client says (RFC 9110 §12.5.3 leaves that open).
    private func choose(_ asked: AskedConditions) -> Representation? {
        guard let gzip, let field = asked.acceptEncoding else { return plain }
        let accepted = AcceptEncoding(field)
        if accepted.gzip > 0, accepted.gzip >= accepted.identity { return gzip }
        return accepted.identity > 0 ? plain : nil
    }

    /// 206 or 416; `nil` where the whole is to be sent.
    private func part(of chosen: Representation, _ asked: AskedConditions, now: Int) -> Response? {
        guard let field = asked.range, asked.ifRange.map({ chosen.validators.matchesIfRange($0, now: now) }) != false,
            let range = RangeField(field)
        else { return nil }
        let count = chosen.content.count
        switch range.selection(of: count) {
        case .whole: return nil
        case .unsatisfiable:
            // No more than this: with `immutable` a cache would keep the refusal for a year.
            return Response(.rangeNotSatisfiable, fields: [.contentRange: "bytes */\(count)"], label: label)
        case .part(let positions):
            var fields = asked.ifRange == nil ? chosen.whole.fields : chosen.briefFields
            fields.add(.contentRange, "bytes \(positions.lowerBound)-\(positions.upperBound - 1)/\(count)")
            return Response(
                .partialContent, fields: fields, content: .bytes(chosen.content[positions]), label: label)
        }
    }
}
