import Testing

@testable import Web

@Suite("Addresses that share a limit")
struct AddressBlockTests {
    @Test(
        arguments: [
            ("192.0.2.1", .four(0xc000_0201)), ("0.0.0.0", .four(0)), ("255.255.255.255", .four(.max)),
            ("::ffff:192.0.2.1", .four(0xc000_0201)), ("::FFFF:c000:201", .four(0xc000_0201)),
            ("2001:db8::1", .six(0x2001_0db8_0000_0000)), ("2001:db8:0:0:ffff::", .six(0x2001_0db8_0000_0000)),
            ("2001:db8:0:1::1", .six(0x2001_0db8_0000_0001)), ("::1", .six(0)), ("fe80::1%eth0", .six(0xfe80 << 48)),
            ("", .unknown), ("localhost", .unknown), ("192.0.2", .unknown), ("192.0.2.256", .unknown),
            ("192.0.2.1.", .unknown), (".192.0.2.1", .unknown), ("192..2.1", .unknown), ("1.2.3.4.5", .unknown),
            ("1.2.3.0004", .unknown), (" 1.2.3.4", .unknown), ("1.2.3.4 ", .unknown), ("::g", .unknown),
            ("99999999999999999999.1.1.1", .unknown), ("1:2:3:4:5:6:7:8:9", .unknown), ("%", .unknown),
        ] as [(String, AddressBlock)])
    func block(_ text: String, _ expected: AddressBlock) { #expect(AddressBlock(text) == expected) }

    /// In the form of IPv6 or not, an address of IPv4 is one and the same.
    @Test func everyFirstOctet() {
        for octet in 0...255 {
            let expected = AddressBlock.four(UInt32(octet) << 24 | 0x0102_03)
            #expect(AddressBlock("\(octet).1.2.3") == expected)
            #expect(AddressBlock("::ffff:\(octet).1.2.3") == expected)
        }
    }
}
