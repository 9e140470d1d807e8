/// The first line of an answer, RFC 9112 §4.
enum StatusLine {
    private static let codes = 200...599

    /// What goes out for `status`: 500 where it is no final answer.
    static func sent(_ status: Status) -> Status { codes.contains(status.code) ? status : .internalServerError }

    /// `HTTP/1.1 200 OK` and so on with the line end; made once for every code there is.
    static func bytes(_ status: Status) -> [UInt8] {
        lines[sent(status).code - codes.lowerBound]
    }

    private static let lines: [[UInt8]] = codes.map { code in
        Array("HTTP/1.1 \(code) \(Status(code).reason)\r\n".utf8)
    }
}
