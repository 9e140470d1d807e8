import Domain
import Foundation
import JSONText
import Registry
import Testing

/// The data the program comes with.
enum ShippedData {
    static let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Data")
        .standardizedFileURL

    /// Loaded once; tests of it `try` this.
    static let loaded: Result<Registry, RegistryFaults> = {
        do throws(RegistryFaults) {
            return .success(try RegistryLoader(directory: url, now: DataFolder.now).load())
        } catch {
            return .failure(error)
        }
    }()

    static var registry: Registry {
        get throws { try loaded.get() }
    }

    /// Every file by its path below the data directory.
    static let files: [String: [UInt8]] = {
        let others = [
            "municipalities", "provinces", "regions", "code-lists", "care-coordinators", "networks", "figures",
            "reference-profiles", "outline",
        ]
        let names = ProvinceCode.allCases.map { "provinces/\($0.rawValue).json" } + others.map { "\($0).json" }
        let pairs = names.compactMap { name in
            (try? Data(contentsOf: url.appending(path: name))).map { (name, [UInt8]($0)) }
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }()

    /// Every text in every file, with its place.
    static let texts: [(place: String, name: String, text: String)] = files.sorted { $0.key < $1.key }.flatMap {
        file, bytes -> [(place: String, name: String, text: String)] in
        guard let root = try? JSONParser.parse(bytes) else { return [] }
        return JSONTree(root).places.compactMap { place in
            guard case .string(let text) = place.value else { return nil }
            let name = place.pointer.split(separator: "/").last { Int($0) == nil } ?? ""
            return ("\(file)#\(place.pointer)", String(name), text)
        }
    }
}
