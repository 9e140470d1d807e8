/// The options of `serve` that say what stands between the program and its visitors.
extension Front {
    static let valued: Set<String> = ["--trusted-proxy"]

    init(_ options: Options) throws(CommandFailure) {
        self.init(trustedProxies: try Self.trustedProxies(options["--trusted-proxy"] ?? ""))
    }

    private static func trustedProxies(_ text: String) throws(CommandFailure) -> [AddressRange] {
        var ranges: [AddressRange] = []
        for part in text.split(separator: ",") {
            guard let range = AddressRange(part.drop { $0 == " " }) else {
                throw .usage("‘\(part)’ is geen adres of netwerk, zoals 10.0.0.7, 10.0.0.0/8 of 2001:db8::/32.")
            }
            guard !range.isEverybody else {
                throw .usage("‘\(part)’ is iedereen. Noem bij --trusted-proxy alleen het adres van uw proxy.")
            }
            ranges.append(range)
        }
        return ranges
    }
}
