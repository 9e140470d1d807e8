@testable import HTTP

extension RequestExample {
    /// Chunks, RFC 9112 §7.1.
    static let chunks: [RequestExample] = [
        .init("two chunks", "9112 §7.1", chunked("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"), .accepted),
        .init("size in hexadecimal", "9112 §7.1", chunked("A\r\n0123456789\r\n0\r\n\r\n"), .accepted),
        .init("zeros before the size", "9112 §7.1", chunked("0003\r\nabc\r\n000\r\n\r\n"), .accepted),
        .init("data that looks like an end", "9112 §7.1", chunked("5\r\n0\r\n\r\n\r\n0\r\n\r\n"), .accepted),
        .init("no last chunk", "9112 §8", chunked("3\r\nabc\r\n"), .incomplete),
        .init("no size", "9112 §7.1", chunked("\r\nabc"), .refused(.chunk, 400)),
        .init("size not hexadecimal", "9112 §7.1", chunked("g\r\n"), .refused(.chunk, 400)),
        .init("negative size", "9112 §7.1", chunked("-1\r\n"), .refused(.chunk, 400)),
        .init("size with 0x", "9112 §7.1", chunked("0x3\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("blank before the size", "9112 §7.1", chunked(" 3\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("blank after the size", "9112 §7.1", chunked("3 \r\nabc\r\n"), .refused(.chunk, 400)),
        .init("size ended by bare LF", "9112 §7.1", chunked("3\nabc\r\n"), .refused(.chunk, 400)),
        .init("size ended by bare CR", "9112 §7.1", chunked("3\rabc"), .refused(.chunk, 400)),
        .init("data longer than its size", "9112 §7.1", chunked("3\r\nabcd\r\n"), .refused(.chunk, 400)),
        .init("data ended by bare LF", "9112 §7.1", chunked("3\r\nabc\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init("size over the limit", "9110 §15.5.14", chunked("100001\r\n"), .refused(.bodyTooLarge, 413)),
        .init("overflowing size", "9112 §7.1", chunked("ffffffffffffffffff\r\n"), .refused(.bodyTooLarge, 413)),
        .init("chunk: one byte", "9112 §7.1", chunked("1\r\na\r\n0\r\n\r\n"), .accepted),
        .init(
            "chunk: sizes in both cases", "9112 §7.1", chunked("a\r\n0123456789\r\nB\r\n0123456789a\r\n0\r\n\r\n"),
            .accepted),
        .init("chunk: many zeros at the end", "9112 §7.1", chunked("0000000000000000000000000\r\n\r\n"), .accepted),
        .init("chunk: data of NULs and line ends", "9112 §7.1", chunked("4\r\n\0\n\r\0\r\n0\r\n\r\n"), .accepted),
        .init("chunk: not begun", "9112 §8", chunked(""), .incomplete),
        .init("chunk: cut off in the size", "9112 §8", chunked("3"), .incomplete),
        .init("chunk: cut off after the size's CR", "9112 §8", chunked("3\r"), .incomplete),
        .init("chunk: cut off in the data", "9112 §8", chunked("3\r\nab"), .incomplete),
        .init("chunk: cut off after the data", "9112 §8", chunked("3\r\nabc"), .incomplete),
        .init("chunk: cut off after the data's CR", "9112 §8", chunked("3\r\nabc\r"), .incomplete),
        .init("chunk: cut off after the last size", "9112 §8", chunked("0\r\n"), .incomplete),
        .init("chunk: cut off before the last LF", "9112 §8", chunked("0\r\n\r"), .incomplete),
        .init("chunk: size with a plus", "9112 §7.1", chunked("+3\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("chunk: size with an underscore", "9112 §7.1", chunked("1_0\r\n"), .refused(.chunk, 400)),
        .init("chunk: size with a comma", "9112 §7.1", chunked("3,3\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("chunk: size with a point", "9112 §7.1", chunked("3.0\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("chunk: size in full-width digits", "9112 §7.1", chunked("３\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("chunk: size with an h", "9112 §7.1", chunked("3h\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("chunk: size in quotes", "9112 §7.1", chunked("\"3\"\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("chunk: NUL before the size", "9112 §7.1", chunked("\u{0}3\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("chunk: NUL after the size", "9112 §7.1", chunked("3\0\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("chunk: tab before the size", "9112 §7.1", chunked("\t3\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("chunk: tab after the size", "9112 §7.1", chunked("3\t\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("chunk: vertical tab after the size", "9112 §7.1", chunked("3\u{B}\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("chunk: line end before the size", "9112 §7.1", chunked("\r\n3\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("chunk: bare LF before the size", "9112 §7.1", chunked("\n3\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("chunk: CR CR LF after the size", "9112 §7.1", chunked("3\r\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("chunk: LF CR after the size", "9112 §7.1", chunked("3\n\rabc\r\n"), .refused(.chunk, 400)),
        .init("chunk: no line end after the data", "9112 §7.1", chunked("3\r\nabc0\r\n\r\n"), .refused(.chunk, 400)),
        .init("chunk: data ended by bare CR", "9112 §7.1", chunked("3\r\nabc\r0\r\n\r\n"), .refused(.chunk, 400)),
        .init("chunk: data ended by LF CR", "9112 §7.1", chunked("3\r\nabc\n\r0\r\n\r\n"), .refused(.chunk, 400)),
        .init(
            "chunk: two line ends after the data", "9112 §7.1", chunked("3\r\nabc\r\n\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init(
            "chunk: data shorter than its size", "9112 §7.1", chunked("4\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init("chunk: last size ended by bare LF", "9112 §7.1", chunked("0\n\n"), .refused(.chunk, 400)),
        .init("chunk: last size ended by bare CR", "9112 §7.1", chunked("0\r\r"), .refused(.chunk, 400)),
        .init("chunk: minus zero as last size", "9112 §7.1", chunked("-0\r\n\r\n"), .refused(.chunk, 400)),
        .init("chunk: 2^63 - 1", "9110 §15.5.14", chunked("7fffffffffffffff\r\n"), .refused(.bodyTooLarge, 413)),
        .init("chunk: 2^63", "9112 §7.1", chunked("8000000000000000\r\n"), .refused(.bodyTooLarge, 413)),
        .init(
            "chunk: 2^64 + 3 is not 3", "9112 §7.1", chunked("10000000000000003\r\nabc\r\n"),
            .refused(.bodyTooLarge, 413)),
        .init("chunk: 2^32 + 3 is not 3", "9112 §7.1", chunked("100000003\r\nabc\r\n"), .refused(.bodyTooLarge, 413)),
        .init(
            "chunk: 257 zeros", "9112 §7.1", chunked(String(repeating: "0", count: 257)),
            .refused(.chunkLineTooLong, 400)),
        .init(
            "chunk: no chunks in HTTP/1.0 style after a length", "9112 §7.1",
            post("Content-Length: 5", body: "0\r\n\r\n"), .accepted),
    ]

    /// Chunk extensions, RFC 9112 §7.1.1.
    static let chunkExtensions: [RequestExample] = [
        .init("extension", "9112 §7.1.1", chunked("3;a\r\nabc\r\n0;b=c;d=\"e;\\\"f\"\r\n\r\n"), .accepted),
        .init("blanks in an extension", "9112 §7.1.1", chunked("3 ; a = b ; c\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init("extension without a name", "9112 §7.1.1", chunked("3;\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("extension without its value", "9112 §7.1.1", chunked("3;a=\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("line end in a quoted extension", "9112 §7.1.1", chunked("3;a=\"b\r\n"), .refused(.chunk, 400)),
        .init(
            "over-long extension", "9112 §7.1.1", chunked("3;" + String(repeating: "a", count: 300)),
            .refused(.chunkLineTooLong, 400)),
        .init("extension: several", "9112 §7.1.1", chunked("3;a;b;c=d\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init(
            "extension: blanks around everything", "9112 §7.1.1", chunked("3\t;\ta\t=\tb\t;\tc\r\nabc\r\n0\r\n\r\n"),
            .accepted),
        .init("extension: blank before a semicolon", "9112 §7.1.1", chunked("3 ;a\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init("extension: blank after a semicolon", "9112 §7.1.1", chunked("3; a\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init(
            "extension: blank before the equals sign", "9112 §7.1.1", chunked("3;a =b\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init(
            "extension: blank after the equals sign", "9112 §7.1.1", chunked("3;a= b\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init("extension: empty quoted value", "9112 §7.1.1", chunked("3;a=\"\"\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init(
            "extension: tab and space in quotes", "9112 §7.1.1", chunked("3;a=\"\t \"\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init(
            "extension: semicolon and comma in quotes", "9112 §7.1.1", chunked("3;a=\";,=\"\r\nabc\r\n0\r\n\r\n"),
            .accepted),
        .init("extension: quoted quote", "9112 §7.1.1", chunked("3;a=\"\\\"\"\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init("extension: quoted backslash", "9112 §7.1.1", chunked("3;a=\"\\\\\"\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init("extension: obs-text in quotes", "9112 §7.1.1", chunked("3;a=\"é\"\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init(
            "extension: quoted pair of obs-text", "9112 §7.1.1", chunked("3;a=\"\\é\"\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init("extension: another after quotes", "9112 §7.1.1", chunked("3;a=\"b\";c\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init(
            "extension: blank and another after quotes", "9112 §7.1.1", chunked("3;a=\"b\" ;c\r\nabc\r\n0\r\n\r\n"),
            .accepted),
        .init("extension: the same name twice", "9112 §7.1.1", chunked("3;a=b;a=c\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init(
            "extension: every token character", "9112 §7.1.1",
            chunked("3;!#$%&'*+-.^_`|~09AZaz=!#$%&'*+-.^_`|~09AZaz\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init("extension: no semicolon", "9112 §7.1.1", chunked("3 a\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init("extension: two semicolons", "9112 §7.1.1", chunked("3;;a\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init(
            "extension: semicolon at the end", "9112 §7.1.1", chunked("3;a;\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)
        ),
        .init(
            "extension: semicolon and blank at the end", "9112 §7.1.1", chunked("3;a; \r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init(
            "extension: no name but a value", "9112 §7.1.1", chunked("3;=b\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init(
            "extension: two equals signs", "9112 §7.1.1", chunked("3;a==b\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init(
            "extension: value, blank, token", "9112 §7.1.1", chunked("3;a=b c\r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init(
            "extension: name, blank, token", "9112 §7.1.1", chunked("3;a b\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init(
            "extension: value and equals sign", "9112 §7.1.1", chunked("3;a=b=c\r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init("extension: blank at the end", "9112 §7.1.1", chunked("3;a \r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init(
            "extension: blank after a value", "9112 §7.1.1", chunked("3;a=b \r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init(
            "extension: blank after quotes", "9112 §7.1.1", chunked("3;a=\"b\" \r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init(
            "extension: only blanks for a value", "9112 §7.1.1", chunked("3;a= \r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init(
            "extension: text after quotes", "9112 §7.1.1", chunked("3;a=\"b\"c\r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init(
            "extension: quotes for a name", "9112 §7.1.1", chunked("3;\"a\"\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)
        ),
        .init(
            "extension: quotes within a value", "9112 §7.1.1", chunked("3;a=b\"c\"\r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init(
            "extension: quotes not closed", "9112 §7.1.1", chunked("3;a=\"b\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)
        ),
        .init(
            "extension: quotes closed by a quoted pair", "9112 §7.1.1", chunked("3;a=\"b\\\"\r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init("extension: comma", "9112 §7.1.1", chunked("3,a\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init("extension: slash in a name", "9112 §7.1.1", chunked("3;a/b\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init(
            "extension: slash in a value", "9112 §7.1.1", chunked("3;a=b/c\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init(
            "extension: obs-text in a name", "9112 §7.1.1", chunked("3;é\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init(
            "extension: obs-text in a value", "9112 §7.1.1", chunked("3;a=é\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)
        ),
        .init("extension: NUL in a name", "9112 §7.1.1", chunked("3;a\0\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init(
            "extension: NUL in quotes", "9112 §7.1.1", chunked("3;a=\"\0\"\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init(
            "extension: DEL in quotes", "9112 §7.1.1", chunked("3;a=\"\u{7F}\"\r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init(
            "extension: quoted pair of a NUL", "9112 §7.1.1", chunked("3;a=\"\\\0\"\r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init(
            "extension: bare LF in quotes", "9112 §7.1.1", chunked("3;a=\"\n\"\r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init(
            "extension: bare CR in quotes", "9112 §7.1.1", chunked("3;a=\"\r\"\r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init(
            "extension: quoted pair of a CR", "9112 §7.1.1", chunked("3;a=\"\\\r\"\r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init(
            "extension: bare LF after a name", "9112 §7.1.1", chunked("3;a\nb\r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init(
            "extension: bare CR after a name", "9112 §7.1.1", chunked("3;a\rb\r\nabc\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
        .init("extension: without a size", "9112 §7.1.1", chunked(";a\r\nabc\r\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init("extension: of the last chunk", "9112 §7.1.1", chunked("0;a=\"b\"\r\n\r\n"), .accepted),
        .init("extension: cut off", "9112 §8", chunked("3;a=\"b"), .incomplete),
        .init(
            "extension: a line end and a chunk in bare LF", "9112 §7.1.1", chunked("2;\nxx\r\n4c\r\n0\r\n\r\n"),
            .refused(.chunk, 400)),
    ]

    /// Trailers, RFC 9112 §7.1.2.
    static let trailers: [RequestExample] = [
        .init("trailer", "9112 §7.1.2", chunked("0\r\nX: y\r\nZ: 1\r\n\r\n"), .accepted),
        .init("framing in a trailer is ignored", "9110 §6.5.1", chunked("0\r\nContent-Length: 9\r\n\r\n"), .accepted),
        .init("folded trailer", "9112 §5.2", chunked("0\r\nX: y\r\n z\r\n\r\n"), .refused(.foldedField, 400)),
        .init(
            "trailer with a space before the colon", "9112 §5.1", chunked("0\r\nX : y\r\n\r\n"),
            .refused(.fieldName, 400)),
        .init(
            "trailer: Transfer-Encoding is ignored", "9110 §6.5.1", chunked("0\r\nTransfer-Encoding: chunked\r\n\r\n"),
            .accepted),
        .init("trailer: Host is ignored", "9110 §6.5.1", chunked("0\r\nHost: b\r\nHost: c\r\n\r\n"), .accepted),
        .init("trailer: Connection is ignored", "9110 §6.5.1", chunked("0\r\nConnection: close\r\n\r\n"), .accepted),
        .init("trailer: empty value", "9112 §7.1.2", chunked("0\r\nX:\r\n\r\n"), .accepted),
        .init(
            "trailer: announced", "9110 §6.6.2",
            post("Transfer-Encoding: chunked", "Trailer: X", body: "0\r\nX: y\r\n\r\n"), .accepted),
        .init("trailer: no empty line", "9112 §7.1.2", chunked("0\r\nX: y\r\n"), .incomplete),
        .init("trailer: cut off in a name", "9112 §7.1.2", chunked("0\r\nX"), .incomplete),
        .init(
            "trailer: request instead of the empty line", "9112 §7.1", chunked("0\r\nGET / HTTP/1.1\r\n\r\n"),
            .refused(.fieldName, 400)),
        .init("trailer: no colon", "9112 §5.1", chunked("0\r\nX\r\n\r\n"), .refused(.fieldName, 400)),
        .init("trailer: no name", "9112 §5.1", chunked("0\r\n: y\r\n\r\n"), .refused(.fieldName, 400)),
        .init(
            "trailer: blank before the first", "9112 §5.2", chunked("0\r\n X: y\r\n\r\n"), .refused(.foldedField, 400)),
        .init("trailer: NUL in a value", "9110 §5.5", chunked("0\r\nX: \0\r\n\r\n"), .refused(.fieldValue, 400)),
        .init("trailer: ended by bare LF", "9112 §2.2", chunked("0\r\nX: y\n\r\n"), .refused(.lineEnd, 400)),
        .init(
            "trailer: bare CR in a value", "9112 §2.2", chunked("0\r\nX: y\rz\r\n\r\n"),
            .refused(.bareCarriageReturn, 400)),
        .init("trailer: empty line of bare LF", "9112 §2.2", chunked("0\r\n\n"), .refused(.lineEnd, 400)),
        .init(
            "trailer: empty line of CR CR LF", "9112 §2.2", chunked("0\r\n\r\r\n"), .refused(.bareCarriageReturn, 400)),
    ]
}
