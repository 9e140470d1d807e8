@testable import HTTP

extension RequestExample {
    /// Expect, RFC 9110 §10.1.1.
    static let expectations: [RequestExample] = [
        .init(
            "100-continue", "9110 §10.1.1",
            make("POST / HTTP/1.1", "Expect: 100-Continue", "Content-Length: 1", body: "a"), .accepted),
        .init(
            "another expectation", "9110 §10.1.1", make("POST / HTTP/1.1", "Expect: tea"), .refused(.expectation, 417)),
        .init(
            "100-continue and more", "9110 §10.1.1", make("POST / HTTP/1.1", "Expect: 100-continue, tea"),
            .refused(.expectation, 417)),
        .init("expectation in HTTP/1.0", "9110 §10.1.1", make("POST / HTTP/1.0", "Expect: tea"), .accepted),
        .init("100-continue without a body", "9110 §10.1.1", with("Expect: 100-continue"), .accepted),
        .init(
            "100-continue and chunks", "9110 §10.1.1",
            post("Expect: 100-continue", "Transfer-Encoding: chunked", body: "1\r\na\r\n0\r\n\r\n"), .accepted),
        .init(
            "100-continue in HTTP/1.0 is ignored", "9110 §10.1.1",
            make("POST / HTTP/1.0", "Expect: 100-continue", "Content-Length: 1", body: "a"), .accepted),
        .init(
            "100-continue in two fields", "9110 §5.3", with("Expect: 100-continue", "Expect: 100-CONTINUE"), .accepted),
        .init("100-continue twice in a list", "9110 §5.6.1.2", with("Expect: 100-continue, 100-continue"), .accepted),
        .init("100-continue and an empty member", "9110 §5.6.1.2", with("Expect: 100-continue,"), .accepted),
        .init("100-continue after an empty member", "9110 §5.6.1.2", with("Expect: , ,100-continue"), .accepted),
        .init("no expectation", "9110 §5.6.1.2", with("Expect:"), .accepted),
        .init(
            "100-continue with a parameter", "9110 §10.1.1", with("Expect: 100-continue;a=b"),
            .refused(.expectation, 417)),
        .init("100-continue with a value", "9110 §10.1.1", with("Expect: 100-continue=1"), .refused(.expectation, 417)),
        .init("100-continue in quotes", "9110 §10.1.1", with("Expect: \"100-continue\""), .refused(.expectation, 417)),
        .init("100 continue", "9110 §10.1.1", with("Expect: 100 continue"), .refused(.expectation, 417)),
        .init(
            "another expectation in a second field", "9110 §10.1.1", with("Expect: 100-continue", "Expect: tea"),
            .refused(.expectation, 417)),
        .init(
            "another expectation first", "9110 §10.1.1", with("Expect: tea, 100-continue"), .refused(.expectation, 417)),
        .init(
            "a refused length is said before the expectation", "9110 §10.1.1",
            post("Expect: 100-continue", "Content-Length: 1048577"), .refused(.bodyTooLarge, 413)),
    ]
}
