import HTTP

/// The options of `serve` that say what stands between the program and its visitors.
extension Front {
    static let valued: Set<String> = ["--trusted-proxy", "--user-header", "--site"]

    init(_ options: Options) throws(CommandFailure) {
        self.init(
            trustedProxies: try Self.trustedProxies(options["--trusted-proxy"] ?? ""),
            userHeader: try Self.userHeader(options), site: try Self.site(options))
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

    private static func userHeader(_ options: Options) throws(CommandFailure) -> FieldName? {
        guard let text = options["--user-header"] else { return nil }
        guard let name = FieldName(text), !taken.contains(name) else {
            throw .usage(
                "‘\(text)’ kan de naam van een gebruiker niet dragen. Kies een eigen veld, zoals X-Remote-User.")
        }
        guard options["--trusted-proxy"] != nil else {
            throw .usage("--user-header werkt alleen met --trusted-proxy: anders kan iedereen zeggen wie hij is.")
        }
        return name
    }

    /// Fields that say something else, and that a browser or any client fills in.
    private static let taken: Set<FieldName> = [
        "Accept", "Authorization", "Connection", "Content-Length", "Content-Type", "Cookie", "Forwarded", "Host",
        "If-Match", "Idempotency-Key", "Origin", "Referer", "Sec-Fetch-Site", "Transfer-Encoding", "User-Agent", "Via",
        "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP",
    ]

    private static func site(_ options: Options) throws(CommandFailure) -> Site? {
        guard let text = options["--site"] else { return nil }
        guard let site = Site(text) else {
            throw .usage("‘\(text)’ is geen adres van een site, zoals https://opvangkaart.example.")
        }
        return site
    }
}
