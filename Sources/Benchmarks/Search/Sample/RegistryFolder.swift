import Domain
import Foundation

/// Writes a whole data directory, as `opvangkaart` reads it.
struct RegistryFolder {
    /// What comes from the real data as it is.
    private static let others = [
        "care-coordinators.json", "code-lists.json", "figures.json", "municipalities.json", "networks.json",
        "outline.json",
        "provinces.json", "regions.json", "reference-profiles.json",
    ]

    let folder: URL

    func write(_ organizations: [Organization], others data: URL) throws {
        let provinces = folder.appending(path: "provinces", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: provinces, withIntermediateDirectories: true)
        for name in Self.others {
            let source = data.appending(path: name)
            guard FileManager.default.fileExists(atPath: source.path) else { continue }
            try FileManager.default.copyItem(at: source, to: folder.appending(path: name))
        }
        let byProvince = Dictionary(grouping: organizations, by: \.province)
        for province in ProvinceCode.allCases {
            let list = (byProvince[province] ?? []).map(Self.organization)
            let file: [String: Any] = ["province": province.rawValue, "organizations": list]
            try JSONSerialization.data(withJSONObject: file, options: [.sortedKeys])
                .write(to: provinces.appending(path: "\(province.rawValue).json"))
        }
    }

    private static func organization(_ organization: Organization) -> [String: Any] {
        [
            "id": organization.id.rawValue, "name": organization.name, "kind": organization.kind.rawValue,
            "example": organization.isExample, "services": organization.services.map(ServiceFields.init).map(\.fields),
        ]
    }
}
