@testable import HTTP

extension RequestExample {
    /// Content-Length, RFC 9112 §6.2 and RFC 9110 §8.6.
    static let lengths: [RequestExample] = [
        .init("body", "9112 §6.2", make("POST / HTTP/1.1", "Content-Length: 3", body: "abc"), .accepted),
        .init("length 0", "9112 §6.2", make("POST / HTTP/1.1", "Content-Length: 0"), .accepted),
        .init("leading zeros", "9110 §8.6", make("POST / HTTP/1.1", "Content-Length: 003", body: "abc"), .accepted),
        .init("body with GET", "9110 §9.3.1", make("GET / HTTP/1.1", "Content-Length: 1", body: "a"), .accepted),
        .init("body too short", "9112 §6.3", make("POST / HTTP/1.1", "Content-Length: 3", body: "ab"), .incomplete),
        .init("empty length", "9110 §8.6", make("POST / HTTP/1.1", "Content-Length:"), .refused(.contentLength, 400)),
        .init("plus sign", "9110 §8.6", make("POST / HTTP/1.1", "Content-Length: +3"), .refused(.contentLength, 400)),
        .init("minus sign", "9110 §8.6", make("POST / HTTP/1.1", "Content-Length: -3"), .refused(.contentLength, 400)),
        .init(
            "hexadecimal", "9110 §8.6", make("POST / HTTP/1.1", "Content-Length: 0x3"), .refused(.contentLength, 400)),
        .init(
            "inner space", "9110 §8.6", make("POST / HTTP/1.1", "Content-Length: 1 2"), .refused(.contentLength, 400)),
        .init(
            "two lengths", "9112 §6.3", make("POST / HTTP/1.1", "Content-Length: 3", "Content-Length: 4"),
            .refused(.contentLength, 400)),
        .init(
            "the same length twice", "9112 §6.3", make("POST / HTTP/1.1", "Content-Length: 3", "Content-Length: 3"),
            .refused(.contentLength, 400)),
        .init(
            "list of lengths", "9112 §6.3", make("POST / HTTP/1.1", "Content-Length: 3, 3"),
            .refused(.contentLength, 400)),
        .init(
            "overflowing length", "9110 §8.6", make("POST / HTTP/1.1", "Content-Length: 18446744073709551617"),
            .refused(.contentLength, 400)),
        .init(
            "length over the limit", "9110 §15.5.14", make("POST / HTTP/1.1", "Content-Length: 1048577"),
            .refused(.bodyTooLarge, 413)),
        .init(
            "length: space inside after a digit", "9110 §8.6", post("Content-Length: 3 3", body: "abc"),
            .refused(.contentLength, 400)),
        .init(
            "length: tab inside", "9110 §8.6", post("Content-Length: 3\t3", body: "abc"), .refused(.contentLength, 400)),
        .init(
            "length: decimal point", "9110 §8.6", post("Content-Length: 3.0", body: "abc"),
            .refused(.contentLength, 400)),
        .init("length: exponent", "9110 §8.6", post("Content-Length: 3e0", body: "abc"), .refused(.contentLength, 400)),
        .init(
            "length: thousands", "9110 §8.6", post("Content-Length: 1_000", body: "abc"), .refused(.contentLength, 400)),
        .init("length: semicolon", "9110 §8.6", post("Content-Length: 3;", body: "abc"), .refused(.contentLength, 400)),
        .init("length: quotes", "9110 §8.6", post("Content-Length: \"3\"", body: "abc"), .refused(.contentLength, 400)),
        .init(
            "length: comma after", "9110 §8.6", post("Content-Length: 3,", body: "abc"), .refused(.contentLength, 400)),
        .init(
            "length: comma before", "9110 §8.6", post("Content-Length: ,3", body: "abc"), .refused(.contentLength, 400)),
        .init(
            "length: only a comma", "9110 §8.6", post("Content-Length: ,", body: "abc"), .refused(.contentLength, 400)),
        .init(
            "length: comma without a space", "9110 §8.6", post("Content-Length: 3,3", body: "abc"),
            .refused(.contentLength, 400)),
        .init(
            "length: two different in a list", "9110 §8.6", post("Content-Length: 3, 4", body: "abc"),
            .refused(.contentLength, 400)),
        .init(
            "length: Arabic digits", "9110 §8.6", post("Content-Length: ٣", body: "abc"), .refused(.contentLength, 400)),
        .init(
            "length: full-width digit", "9110 §8.6", post("Content-Length: ３", body: "abc"),
            .refused(.contentLength, 400)),
        .init(
            "length: superscript digit", "9110 §8.6", post("Content-Length: ³", body: "abc"),
            .refused(.contentLength, 400)),
        .init(
            "length: no-break space before", "9110 §8.6", post("Content-Length: \u{A0}3", body: "abc"),
            .refused(.contentLength, 400)),
        .init("length: letter", "9110 §8.6", post("Content-Length: a", body: "abc"), .refused(.contentLength, 400)),
        .init(
            "length: hexadecimal digit", "9110 §8.6", post("Content-Length: 3f", body: "abc"),
            .refused(.contentLength, 400)),
        .init(
            "length: minus zero", "9110 §8.6", post("Content-Length: -0", body: "abc"), .refused(.contentLength, 400)),
        .init("length: plus zero", "9110 §8.6", post("Content-Length: +0", body: "abc"), .refused(.contentLength, 400)),
        .init(
            "length: sign after", "9110 §8.6", post("Content-Length: 3+", body: "abc"), .refused(.contentLength, 400)),
        .init("length: words", "9110 §8.6", post("Content-Length: three", body: "abc"), .refused(.contentLength, 400)),
        .init("length: octal", "9110 §8.6", post("Content-Length: 0o3", body: "abc"), .refused(.contentLength, 400)),
        .init(
            "length: vertical tab before", "9110 §8.6", post("Content-Length: \u{B}3", body: "abc"),
            .refused(.fieldValue, 400)),
        .init("length: NUL after", "9110 §8.6", post("Content-Length: 3\0", body: "abc"), .refused(.fieldValue, 400)),
        .init("length: blanks around", "9112 §5.1", post("Content-Length: \t 3 \t", body: "abc"), .accepted),
        .init("length: no blank", "9112 §5.1", post("Content-Length:3", body: "abc"), .accepted),
        .init(
            "length: very many zeros", "9110 §8.6",
            post("Content-Length: 000000000000000000000000000000003", body: "abc"), .accepted),
        .init("length: zeros only", "9110 §8.6", post("Content-Length: 0000"), .accepted),
        .init("length: other case of the name", "9110 §5.1", post("cONTENT-lENGTH: 3", body: "abc"), .accepted),
        .init(
            "length: 2^63 - 1", "9110 §15.5.14", post("Content-Length: 9223372036854775807"),
            .refused(.bodyTooLarge, 413)),
        .init("length: 2^63", "9110 §8.6", post("Content-Length: 9223372036854775808"), .refused(.contentLength, 400)),
        .init("length: 2^64", "9110 §8.6", post("Content-Length: 18446744073709551616"), .refused(.contentLength, 400)),
        .init(
            "length: 2^32 + 3 is not 3", "9110 §8.6", post("Content-Length: 4294967299"), .refused(.bodyTooLarge, 413)),
        .init(
            "length: 200 nines", "9110 §8.6", post("Content-Length: " + String(repeating: "9", count: 200)),
            .refused(.contentLength, 400)),
        .init(
            "length: a second that is empty", "9112 §6.3", post("Content-Length: 3", "Content-Length:", body: "abc"),
            .refused(.contentLength, 400)),
        .init(
            "length: a second that is bad", "9112 §6.3", post("Content-Length: 3", "Content-Length: x", body: "abc"),
            .refused(.contentLength, 400)),
        .init(
            "length: a first that is bad", "9112 §6.3", post("Content-Length: x", "Content-Length: 3", body: "abc"),
            .refused(.contentLength, 400)),
        .init(
            "length: twice in two cases", "9112 §6.3", post("Content-Length: 3", "content-length: 3", body: "abc"),
            .refused(.contentLength, 400)),
        .init(
            "length: twice 0", "9112 §6.3", post("Content-Length: 0", "Content-Length: 0"),
            .refused(.contentLength, 400)),
        .init("length: folded", "9112 §5.2", post("Content-Length:", " 3", body: "abc"), .refused(.foldedField, 400)),
        .init(
            "length: space before the colon", "9112 §5.1", post("Content-Length : 3", body: "abc"),
            .refused(.fieldName, 400)),
        .init("length in HTTP/1.0", "9112 §6.3", make("POST / HTTP/1.0", "Content-Length: 3", body: "abc"), .accepted),
        .init(
            "two lengths in HTTP/1.0", "9112 §6.3",
            make("POST / HTTP/1.0", "Content-Length: 3", "Content-Length: 3", body: "abc"),
            .refused(.contentLength, 400)),
        .init("POST without a length has no body", "9112 §6.3", post(), .accepted),
        .init("POST in HTTP/1.0 without a length has no body", "9112 §6.3", make("POST / HTTP/1.0"), .accepted),
        .init("body with HEAD", "9110 §9.3.2", make("HEAD / HTTP/1.1", "Content-Length: 3", body: "abc"), .accepted),
        .init(
            "body with DELETE", "9110 §9.3.5", make("DELETE / HTTP/1.1", "Content-Length: 3", body: "abc"), .accepted),
        .init(
            "body with OPTIONS", "9110 §9.3.7", make("OPTIONS * HTTP/1.1", "Content-Length: 3", body: "abc"), .accepted),
        .init(
            "body with an unknown method", "9112 §6.3", make("BREW / HTTP/1.1", "Content-Length: 3", body: "abc"),
            .accepted),
        .init(
            "body that looks like a request", "9112 §6.2", post("Content-Length: 18", body: "GET / HTTP/1.1\r\n\r\n"),
            .accepted),
        .init("body of line ends", "9112 §6.2", post("Content-Length: 4", body: "\r\n\r\n"), .accepted),
        .init("body of NULs", "9112 §6.2", post("Content-Length: 3", body: "\0\0\0"), .accepted),
        .init("body not begun", "9112 §6.3", post("Content-Length: 3"), .incomplete),
    ]

    /// Transfer-Encoding, RFC 9112 §6.1 and §6.3.
    static let codings: [RequestExample] = [
        .init("chunked", "9112 §7.1", chunked("3\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init(
            "chunked in capitals", "9112 §7", make("POST / HTTP/1.1", "Transfer-Encoding: CHUNKED", body: "0\r\n\r\n"),
            .accepted),
        .init(
            "length and chunked", "9112 §6.3",
            make("POST / HTTP/1.1", "Content-Length: 3", "Transfer-Encoding: chunked", body: "0\r\n\r\n"),
            .refused(.lengthAndEncoding, 400)),
        .init(
            "chunked in HTTP/1.0", "9112 §6.1",
            make("POST / HTTP/1.0", "Transfer-Encoding: chunked", body: "0\r\n\r\n"),
            .refused(.transferEncodingInHTTP10, 400)),
        .init(
            "chunked twice", "9112 §6.1", make("POST / HTTP/1.1", "Transfer-Encoding: chunked, chunked"),
            .refused(.transferEncoding, 400)),
        .init(
            "chunked in two fields", "9112 §6.1",
            make("POST / HTTP/1.1", "Transfer-Encoding: chunked", "Transfer-Encoding: chunked"),
            .refused(.transferEncoding, 400)),
        .init(
            "chunked not last", "9112 §6.3", make("POST / HTTP/1.1", "Transfer-Encoding: chunked, gzip"),
            .refused(.transferEncoding, 400)),
        .init(
            "never chunked", "9112 §6.3", make("POST / HTTP/1.1", "Transfer-Encoding: gzip"),
            .refused(.transferEncoding, 400)),
        .init(
            "identity", "9112 §6.3", make("POST / HTTP/1.1", "Transfer-Encoding: identity"),
            .refused(.transferEncoding, 400)),
        .init(
            "empty coding", "9112 §6.1", make("POST / HTTP/1.1", "Transfer-Encoding:"), .refused(.transferEncoding, 400)
        ),
        .init(
            "chunked and an empty member", "9112 §6.1", make("POST / HTTP/1.1", "Transfer-Encoding: ,chunked"),
            .refused(.transferEncoding, 400)),
        .init(
            "chunked with a parameter", "9112 §7", make("POST / HTTP/1.1", "Transfer-Encoding: chunked;a=b"),
            .refused(.transferEncoding, 400)),
        .init(
            "almost chunked", "9112 §6.3", make("POST / HTTP/1.1", "Transfer-Encoding: xchunked"),
            .refused(.transferEncoding, 400)),
        .init(
            "unknown coding before chunked", "9112 §6.1", make("POST / HTTP/1.1", "Transfer-Encoding: gzip, chunked"),
            .refused(.transferCodingUnknown, 501)),
        .init("coding: in mixed case", "9112 §7", post("Transfer-Encoding: ChUnKeD", body: "0\r\n\r\n"), .accepted),
        .init(
            "coding: blanks around", "9112 §7", post("Transfer-Encoding: \t chunked \t", body: "0\r\n\r\n"), .accepted),
        .init(
            "coding: quotes", "9112 §6.3", post("Transfer-Encoding: \"chunked\"", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: apostrophes", "9112 §6.3", post("Transfer-Encoding: 'chunked'", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: no-break space after", "9112 §6.3", post("Transfer-Encoding: chunked\u{A0}", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: Kelvin sign for k", "9112 §6.3", post("Transfer-Encoding: chun\u{212A}ed", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: semicolon", "9112 §6.3", post("Transfer-Encoding: chunked;", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: parameter after a blank", "9112 §6.3", post("Transfer-Encoding: chunked ; q=1", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: comma after", "9112 §6.3", post("Transfer-Encoding: chunked,", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: comma before, with a blank", "9112 §6.3", post("Transfer-Encoding: , chunked", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: two commas", "9112 §6.3", post("Transfer-Encoding: chunked,,", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: only a comma", "9112 §6.3", post("Transfer-Encoding: ,", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: comma between", "9112 §6.3", post("Transfer-Encoding:  chunked, ,chunked", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: space between", "9112 §6.3", post("Transfer-Encoding: chunked chunked", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: tab between", "9112 §6.3", post("Transfer-Encoding: chunked\tchunked", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: x and a space before", "9112 §6.3", post("Transfer-Encoding: x chunked", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: equals sign", "9112 §6.3", post("Transfer-Encoding: chunked=chunked", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: shorter", "9112 §6.3", post("Transfer-Encoding: chunke", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: longer", "9112 §6.3", post("Transfer-Encoding: chunkedd", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: with a hyphen", "9112 §6.3", post("Transfer-Encoding: chunked-", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: chunked, identity", "9112 §6.3", post("Transfer-Encoding: chunked, identity", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: chunked, gzip, chunked", "9112 §6.3",
            post("Transfer-Encoding: chunked, gzip, chunked", body: "0\r\n\r\n"), .refused(.transferEncoding, 400)),
        .init(
            "coding: unknown alone", "9112 §6.3", post("Transfer-Encoding: cow", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: gzip, deflate", "9112 §6.3", post("Transfer-Encoding: gzip, deflate", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: x-gzip", "9112 §6.3", post("Transfer-Encoding: x-gzip", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: trailers", "9112 §6.3", post("Transfer-Encoding: trailers", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: parenthesis", "9112 §6.3", post("Transfer-Encoding: chunked (a)", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: in brackets", "9112 §6.3", post("Transfer-Encoding: [chunked]", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: percent-encoded", "9112 §6.3", post("Transfer-Encoding: %63hunked", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: not ASCII before", "9112 §6.3", post("Transfer-Encoding: échunked", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: identity, chunked", "9112 §6.1", post("Transfer-Encoding: identity, chunked", body: "0\r\n\r\n"),
            .refused(.transferCodingUnknown, 501)),
        .init(
            "coding: unknown, chunked", "9112 §6.1", post("Transfer-Encoding: cow, chunked", body: "0\r\n\r\n"),
            .refused(.transferCodingUnknown, 501)),
        .init(
            "coding: gzip, deflate, chunked", "9112 §6.1",
            post("Transfer-Encoding: gzip,deflate , chunked", body: "0\r\n\r\n"), .refused(.transferCodingUnknown, 501)),
        .init(
            "coding: gzip, gzip, chunked", "9112 §6.1",
            post("Transfer-Encoding: gzip, gzip, chunked", body: "0\r\n\r\n"), .refused(.transferCodingUnknown, 501)),
        .init(
            "coding: vertical tab before", "9112 §6.1", post("Transfer-Encoding: \u{B}chunked", body: "0\r\n\r\n"),
            .refused(.fieldValue, 400)),
        .init(
            "coding: vertical tab after", "9112 §6.1", post("Transfer-Encoding: chunked\u{B}", body: "0\r\n\r\n"),
            .refused(.fieldValue, 400)),
        .init(
            "coding: form feed before", "9112 §6.1", post("Transfer-Encoding: \u{C}chunked", body: "0\r\n\r\n"),
            .refused(.fieldValue, 400)),
        .init(
            "coding: NUL after", "9112 §6.1", post("Transfer-Encoding: chunked\0", body: "0\r\n\r\n"),
            .refused(.fieldValue, 400)),
        .init(
            "coding: bare CR after", "9112 §2.2", post("Transfer-Encoding: chunked\rX: y", body: "0\r\n\r\n"),
            .refused(.bareCarriageReturn, 400)),
        .init(
            "coding: bare LF after", "9112 §2.2", post("Transfer-Encoding: chunked\nX: y", body: "0\r\n\r\n"),
            .refused(.lineEnd, 400)),
        .init(
            "coding: bare LF before", "9112 §2.2", post("X: y\nTransfer-Encoding: chunked", body: "0\r\n\r\n"),
            .refused(.lineEnd, 400)),
        .init(
            "coding: folded", "9112 §5.2", post("Transfer-Encoding:", " chunked", body: "0\r\n\r\n"),
            .refused(.foldedField, 400)),
        .init(
            "coding: folded by a tab", "9112 §5.2", post("Transfer-Encoding:", "\tchunked", body: "0\r\n\r\n"),
            .refused(.foldedField, 400)),
        .init(
            "coding: folded inside the list", "9112 §5.2",
            post("Transfer-Encoding: gzip,", " chunked", body: "0\r\n\r\n"), .refused(.foldedField, 400)),
        .init(
            "coding: space before the colon", "9112 §5.1", post("Transfer-Encoding : chunked", body: "0\r\n\r\n"),
            .refused(.fieldName, 400)),
        .init(
            "coding: tab before the colon", "9112 §5.1", post("Transfer-Encoding\t: chunked", body: "0\r\n\r\n"),
            .refused(.fieldName, 400)),
        .init(
            "coding: space before the name", "9112 §5.2",
            post("X: y", " Transfer-Encoding: chunked", body: "0\r\n\r\n"), .refused(.foldedField, 400)),
        .init(
            "coding: NUL in the name", "9110 §5.1", post("Transfer\0-Encoding: chunked", body: "0\r\n\r\n"),
            .refused(.fieldName, 400)),
        .init(
            "coding: name in capitals", "9110 §5.1", post("TRANSFER-ENCODING: chunked", body: "0\r\n\r\n"), .accepted),
        .init(
            "coding: name in small letters, no blank", "9110 §5.1",
            post("transfer-encoding:chunked", body: "0\r\n\r\n"), .accepted),
        .init(
            "coding: underscore in the name is another field", "9110 §5.1", post("Transfer_Encoding: chunked"),
            .accepted),
        .init("coding: TE is another field", "9110 §10.1.4", post("TE: chunked, trailers"), .accepted),
        .init(
            "coding: Content-Encoding does not frame", "9110 §8.4",
            post("Content-Encoding: chunked", "Content-Length: 3", body: "abc"), .accepted),
        .init(
            "coding: chunked with GET", "9110 §9.3.1",
            make("GET / HTTP/1.1", "Transfer-Encoding: chunked", body: "0\r\n\r\n"), .accepted),
        .init(
            "coding: in two fields (a decision)", "9112 §6.1",
            post("Transfer-Encoding: gzip", "Transfer-Encoding: chunked", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: chunked, then identity in a second field", "9112 §6.3",
            post("Transfer-Encoding: chunked", "Transfer-Encoding: identity"), .refused(.transferEncoding, 400)),
        .init(
            "coding: an empty second field (a decision)", "9112 §6.1",
            post("Transfer-Encoding: chunked", "Transfer-Encoding:", body: "0\r\n\r\n"),
            .refused(.transferEncoding, 400)),
        .init(
            "coding: length after it", "9112 §6.3",
            post("Transfer-Encoding: chunked", "Content-Length: 5", body: "0\r\n\r\n"),
            .refused(.lengthAndEncoding, 400)),
        .init(
            "coding: length 0 beside it", "9112 §6.3",
            post("Content-Length: 0", "Transfer-Encoding: chunked", body: "0\r\n\r\n"),
            .refused(.lengthAndEncoding, 400)),
        .init(
            "coding: bad length beside it", "9112 §6.3",
            post("Content-Length: x", "Transfer-Encoding: chunked", body: "0\r\n\r\n"),
            .refused(.lengthAndEncoding, 400)),
        .init(
            "coding: empty length beside it", "9112 §6.3",
            post("Content-Length:", "Transfer-Encoding: chunked", body: "0\r\n\r\n"), .refused(.lengthAndEncoding, 400)),
        .init(
            "coding: length beside an unknown one", "9112 §6.3",
            post("Content-Length: 3", "Transfer-Encoding: cow", body: "abc"), .refused(.lengthAndEncoding, 400)),
        .init(
            "coding: length beside identity", "9112 §6.3",
            post("Content-Length: 3", "Transfer-Encoding: identity", body: "abc"), .refused(.lengthAndEncoding, 400)),
        .init(
            "coding: length beside an empty one", "9112 §6.3",
            post("Content-Length: 3", "Transfer-Encoding:", body: "abc"), .refused(.lengthAndEncoding, 400)),
        .init(
            "coding: with a length in HTTP/1.0", "9112 §6.1",
            make("POST / HTTP/1.0", "Content-Length: 3", "Transfer-Encoding: chunked", body: "abc"),
            .refused(.lengthAndEncoding, 400)),
        .init(
            "coding: identity in HTTP/1.0", "9112 §6.1", make("POST / HTTP/1.0", "Transfer-Encoding: identity"),
            .refused(.transferEncodingInHTTP10, 400)),
        .init(
            "coding: kept alive in HTTP/1.0", "9112 §6.1",
            make("POST / HTTP/1.0", "Connection: keep-alive", "Transfer-Encoding: chunked"),
            .refused(.transferEncodingInHTTP10, 400)),
    ]
}
