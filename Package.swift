// swift-tools-version: 6.2
// One target per room; an arrow in the README's picture is a dependency here, and there are no others.
import PackageDescription

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Walks bytes one by one, or people and places. Without optimisation that is fifty times slower, and the tests read
/// whole registries hundreds of times and compare hundreds of thousands of pairs, so these rooms are optimised in debug
/// builds too. Not so Web: it is larger than all of them, and leaves to them what takes long.
let hot: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

func room(_ name: String, knows others: [String] = [], settings: [SwiftSetting] = house) -> Target {
    .target(name: name, dependencies: others.map { .byName(name: $0) }, swiftSettings: settings)
}

func tests(of name: String, with others: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: ([name] + others + ["TestTools"]).map { .byName(name: $0) },
        swiftSettings: house)
}

let package = Package(
    name: "opvangkaart",
    products: [.executable(name: "opvangkaart", targets: ["opvangkaart"])],
    targets: [
        room("Domain", settings: house + hot),
        room("JSONText", settings: house + hot),
        room("Hashing", settings: house + hot),
        room("HTTP", settings: house + hot),
        room("Hypertext", settings: house + hot),
        room("Registry", knows: ["Domain", "JSONText", "Hashing"], settings: house + hot),
        room("Ledger", knows: ["Domain", "Hashing"], settings: house + hot),
        room("Access", knows: ["Domain", "Hashing"]),
        room("Matching", knows: ["Domain"], settings: house + hot),
        room("Coverage", knows: ["Domain", "Matching"]),
        room("Exchange", knows: ["Domain"], settings: house + hot),
        room(
            "Web",
            knows: [
                "Domain", "JSONText", "Hashing", "Registry", "Ledger", "Access", "Matching", "Coverage",
                "Exchange", "HTTP", "Hypertext",
            ]),
        .executableTarget(name: "opvangkaart", dependencies: ["Web"], swiftSettings: house),
        .executableTarget(
            name: "Benchmarks",
            dependencies: ["Domain", "HTTP", "Registry", "Ledger", "Access", "Matching", "Web"],
            swiftSettings: house),
        // Parts of no program. TestTools is what tests of all rooms need: chance with a seed, directories. PageReading
        // reads pages byte by byte for those of Web.
        .target(name: "TestTools", path: "Tests/TestTools", swiftSettings: house + hot),
        .target(name: "PageReading", path: "Tests/PageReading", swiftSettings: house + hot),
        tests(of: "Domain"),
        tests(of: "JSONText"),
        tests(of: "Hashing"),
        tests(of: "Registry", with: ["Domain", "JSONText"]),
        tests(of: "Matching", with: ["Domain"]),
        tests(of: "Coverage", with: ["Domain", "Matching"]),
        tests(of: "Exchange", with: ["Domain"]),
        tests(
            of: "Web",
            with: [
                "Domain", "JSONText", "Hashing", "Registry", "Ledger", "Access", "Matching", "Coverage", "Exchange",
                "HTTP", "Hypertext", "PageReading",
            ]),
        tests(of: "HTTP"),
        tests(of: "Ledger", with: ["Domain", "Hashing"]),
        tests(of: "Access", with: ["Domain", "Hashing"]),
    ],
    swiftLanguageModes: [.v6]
)

// Built by Tests/Fuzz/run alone: libFuzzer brings a main of its own.
if Context.environment["OPVANGKAART_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["HTTP"], path: "Tests/Fuzz", exclude: ["run", "http.dict"],
            swiftSettings: house))
}
