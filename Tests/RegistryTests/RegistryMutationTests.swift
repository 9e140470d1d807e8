import Foundation
import JSONText
import Registry
import TestTools
import Testing

/// Shipped files, damaged at random: the loader never traps, and either loads or names faults.
@Suite("Damaged files")
struct RegistryMutationTests {
    /// The shipped file `target`, with the shipped map where it speaks of municipalities, among small ones.
    private static func files(for target: String) -> [String: [UInt8]] {
        var files = SmallRegistry.trees.mapValues { Array($0.text.utf8) }
        let map = ["municipalities.json", "regions.json"]
        let needsMap = map.contains(target) || target == "provinces/NL-ZE.json" || target == "care-coordinators.json"
        for name in (needsMap ? map : []) + [target] { files[name] = ShippedData.files[name] }
        return files
    }

    private static let targets = [
        "provinces/NL-ZE.json", "municipalities.json", "regions.json", "provinces.json", "care-coordinators.json",
        "networks.json", "figures.json", "reference-profiles.json", "outline.json",
    ]

    private static let trees = ShippedData.files.filter { targets.contains($0.key) }.compactMapValues {
        (try? JSONParser.parse($0)).map { JSONTree($0) }
    }

    @Test(arguments: 0..<16 as Range<UInt64>)
    func bytesChanged(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let name = Self.targets[Int(seed) % Self.targets.count]
        let whole = try #require(ShippedData.files[name])
        let folder = try DataFolder(Self.files(for: name))

        for _ in 0..<2 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = bytes.indices.randomElement(using: &random) ?? 0
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
                default: bytes.removeSubrange(place..<min(place + 200, bytes.count))
                }
            }
            try Self.check(folder, bytes, as: name, seed: seed)
        }
    }

    @Test(arguments: 0..<32 as Range<UInt64>)
    func valuesChanged(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed &+ 1_000)
        let name = Self.targets[Int(seed) % Self.targets.count]
        let whole = try #require(Self.trees[name])
        let folder = try DataFolder(Self.files(for: name))
        let values: [JSONTree?] = [
            nil, .null, true, false, 0, -1, .integer(.max), .integer(.min), 0.5, .number(1e300), "", " ", "x", "GM9999",
            "NL-XX", "2026-02-30", "\u{0}", .string(String(repeating: "a", count: 6_000)), [], [[]], [:], ["a": 1],
        ]

        var tree = whole
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            guard let place = tree.places.randomElement(using: &random) else { continue }
            if Int.random(in: 0..<4, using: &random) == 0, let other = tree.places.randomElement(using: &random) {
                tree[place.pointer] = other.value
            } else {
                tree[place.pointer] = values.randomElement(using: &random) ?? nil
            }
        }
        try Self.check(folder, Array(tree.text.utf8), as: name, seed: seed)
    }

    private static func check(_ folder: DataFolder, _ bytes: [UInt8], as name: String, seed: UInt64) throws {
        try folder.write(bytes, to: name)
        do {
            _ = try folder.load()
        } catch {
            #expect(!error.faults.isEmpty, "seed \(seed)")
            for fault in error.faults {
                #expect(SmallRegistry.trees.keys.contains(fault.file), "seed \(seed)")
                switch fault.kind {
                case .missing, .unreadable: Issue.record("seed \(seed): \(fault.short)")
                case .syntax(let syntax, let place):
                    #expect(fault.file == name, "seed \(seed): \(fault.short)")
                    #expect((0...bytes.count).contains(syntax.offset) && place.line > 0, "seed \(seed)")
                case .input(let input): #expect(input.offset >= 0, "seed \(seed)")
                }
            }
        }
    }
}
