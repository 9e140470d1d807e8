/// The first line of an answer, RFC 9112 §4.
enum StatusLine {
    static let codes = 200...599

    /// `HTTP/1.1 200 OK` and so on with the line end; made once for every code there is.
    static func bytes(_ status: Status) -> [UInt8] {
        let sent = codes.contains(status.code) ? status.code : 500
        return lines[sent - codes.lowerBound]
    }

    private static let lines: [[UInt8]] = codes.map { code in
        Array("HTTP/1.1 \(code) \(Status(code).reason)\r\n".utf8)
    }
}
