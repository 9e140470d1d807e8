import Foundation
import HTTP

extension Problem {
    /// The problem as `application/problem+json`; the common fields of the API come on top.
    func response(for request: UUID) -> Response {
        let body = Body(
            type: "about:blank", title: title, status: status.code, detail: detail,
            instance: "urn:uuid:\(request.uuidString.lowercased())", errors: entries.isEmpty ? nil : entries)
        var fields = fields
        fields.set("Content-Type", "application/problem+json")
        // A document of plain strings always encodes; an empty body would still carry the right status.
        let bytes = entries.isEmpty ? body.plainBytes() : (try? body.jsonBytes()) ?? []
        return Response(status, fields: fields, body: bytes)
    }

    private struct Body: Encodable {
        let type: String
        let title: String
        let status: Int
        let detail: String
        let instance: String
        let errors: [Entry]?

        /// The same bytes as ``Encodable/jsonBytes()`` gives without errors: whoever refuses thousands of requests must
        /// do it with less work than answering them would take.
        func plainBytes() -> [UInt8] {
            var writer = JSONWriter(capacity: 320)
            writer.raw("{\"detail\":")
            writer.string(detail)
            writer.raw(",\"instance\":")
            writer.string(instance)
            writer.raw(",\"status\":")
            writer.number(status)
            writer.raw(",\"title\":")
            writer.string(title)
            writer.raw(",\"type\":")
            writer.string(type)
            writer.raw("}")
            return writer.bytes
        }
    }

    static let schema = Schema.Named(
        "Problem",
        .object([
            Schema.Property("type", .text), Schema.Property("title", .text),
            Schema.Property("status", .integer(minimum: 400, maximum: 599)), Schema.Property("detail", .text),
            Schema.Property("instance", .text, "Kenmerk van dit verzoek; het staat ook in het logboek."),
            Schema.Property(
                "errors",
                .array(
                    .object([
                        Schema.Property("pointer", .text, required: false, "Plaats in de gegevens (RFC 6901)."),
                        Schema.Property("parameter", .text, required: false, "Naam van de parameter."),
                        Schema.Property("code", .text), Schema.Property("detail", .text),
                    ]), atMost: mostEntries), required: false),
        ]),
        example: [
            "type": "about:blank", "title": "Invoer klopt niet", "status": 400,
            "detail": "Er is 1 ding niet goed ingevuld.",
            "instance": "urn:uuid:7f4df7a0-5f0b-4b8b-9d6f-0a4b6c6f3b1e",
            "errors": [
                [
                    "pointer": "/age", "code": "out_of_range",
                    "detail": "Vul een getal in van 0 tot en met 120.",
                ]
            ],
        ])
}
