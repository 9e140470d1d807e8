import HTTP
import Testing

@testable import Web

@Suite("Whom a request comes from")
struct FrontTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        var trusted = ["10.0.0.0/8"]
        var peer = "10.0.0.7"
        var forwarded: [String] = []
        let client: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Example(name: "no field", client: "10.0.0.7"),
        Example(name: "one hop", forwarded: ["192.0.2.1"], client: "192.0.2.1"),
        Example(name: "nobody is trusted", trusted: [], forwarded: ["192.0.2.1"], client: "10.0.0.7"),
        Example(name: "a stranger", peer: "192.0.2.9", forwarded: ["192.0.2.1"], client: "192.0.2.9"),
        Example(name: "the client's own words", forwarded: ["127.0.0.1, 192.0.2.1"], client: "192.0.2.1"),
        Example(name: "two proxies", forwarded: ["6.6.6.6, 192.0.2.1, 10.1.1.1"], client: "192.0.2.1"),
        Example(name: "only proxies", forwarded: ["10.2.2.2, 10.1.1.1"], client: "10.2.2.2"),
        Example(name: "two fields", forwarded: ["6.6.6.6", "192.0.2.1"], client: "192.0.2.1"),
        Example(name: "no address", forwarded: ["192.0.2.1, unknown"], client: "10.0.0.7"),
        Example(name: "no address behind a proxy", forwarded: ["onzin, 10.1.1.1"], client: "10.1.1.1"),
        Example(name: "empty", forwarded: [""], client: "10.0.0.7"),
        Example(name: "commas", forwarded: [",,192.0.2.1,,"], client: "192.0.2.1"),
        Example(name: "a port", forwarded: ["192.0.2.1:4711"], client: "192.0.2.1"),
        Example(name: "IPv6", forwarded: ["2001:DB8:0::7"], client: "2001:db8::7"),
        Example(name: "IPv6 and a port", forwarded: ["[2001:db8::7]:443"], client: "2001:db8::7"),
        Example(name: "a mapped proxy", peer: "::ffff:10.0.0.7", forwarded: ["192.0.2.1"], client: "192.0.2.1"),
        Example(name: "a mapped client", forwarded: ["::ffff:192.0.2.1"], client: "192.0.2.1"),
        Example(name: "a mapped peer", trusted: [], peer: "::ffff:192.0.2.9", client: "192.0.2.9"),
        Example(
            name: "a zone", trusted: ["fe80::/10"], peer: "fe80::1%eth0", forwarded: ["192.0.2.1"], client: "192.0.2.1"),
        Example(name: "no peer", peer: "", forwarded: ["192.0.2.1"], client: ""),
    ])
    func client(_ example: Example) {
        var fields: Fields = ["Forwarded": "for=198.51.100.1", "X-Real-IP": "198.51.100.1"]
        for value in example.forwarded { fields.add("X-Forwarded-For", value) }
        let front = Front(trustedProxies: example.trusted.compactMap { AddressRange($0) })

        #expect(front.trustedProxies.count == example.trusted.count)
        #expect(front.received(Request.make(.get, "/", fields: fields).from(example.peer)).peer == example.client)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.0", false), ("10.0.0.0/8", "::ffff:10.0.0.1", true),
        ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.0", false), ("192.0.2.0/31", "192.0.2.1", true),
        ("::ffff:10.0.0.0/104", "10.9.9.9", true), ("2001:db8::/32", "2001:db8:ffff::1", true),
        ("2001:db8::/32", "2001:db9::", false), ("::/64", "10.0.0.1", false), ("::1", "::1", true),
        ("::1", "127.0.0.1", false), ("0.0.0.0/0", "203.0.113.1", true), ("::/0", "203.0.113.1", false),
        ("fe80::/10", "febf::1", true), ("fe80::/10", "fec0::1", false),
    ])
    func range(_ range: String, _ address: String, _ isInside: Bool) throws {
        #expect(try #require(AddressRange(range)).contains(try #require(IPAddress(address))) == isInside)
    }

    @Test(arguments: [
        "", "/", "10", "10.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8", "10.0.0.1/8",
        "10.0.0.0/0008", "010.0.0.1", "10.0.0.256", "0x0a.0.0.1", "::/129", "::1/64", "fe80::1%eth0", ":::", "[::1]",
        "localhost", "10.0.0.0/8 ", "10.0.0.1\u{0}",
    ])
    func noRange(_ text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test(arguments: ["127.0.0.1", "::1", "2001:db8::1", "255.255.255.255", "0.0.0.0", "::", "::fffe:0:1", "1::"])
    func textIsReadBack(_ text: String) {
        #expect(IPAddress(text)?.text == text)
    }
}
