import Domain
import Foundation
import Registry
import Testing

/// What is worth a look and stops nothing (contract sections 2 and 9).
@Suite("Warnings")
struct WarningTests {
    @Test(arguments: [
        ("care-coordinators.json", "/coordinators/0/organization"), ("care-coordinators.json", "/backup/organization"),
        ("networks.json", "/networks/0/chair"), ("networks.json", "/networks/0/members/1"),
    ])
    func aReferenceToAnOrganisationThatDoesNotExist(file: String, pointer: String) throws {
        let folder = try SmallRegistry.folder(changing: [.init(file: file, pointer: pointer, value: "bestaat-niet")])

        let registry = try folder.load()

        #expect(registry.warnings.map(\.short) == ["\(file)#\(pointer) unknown_organization bestaat-niet"])
    }

    @Test(arguments: ["NL-OV.json.bak", "NL-OV.JSON", "NL-XX.json", "LEESMIJ.txt", "nl-ov.json"])
    func anotherFileAmongTheProvincesIsIgnored(name: String) throws {
        let folder = try SmallRegistry.folder()
        try folder.write(Array("geen JSON".utf8), to: "provinces/\(name)")

        let registry = try folder.load()

        #expect(registry.warnings.map(\.short) == ["provinces/\(name) ignored_file"])
        #expect(registry.organizations.count == 3)
    }

    @Test func aFolderAmongTheProvincesIsIgnored() throws {
        let folder = try SmallRegistry.folder()
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "provinces/oud"), withIntermediateDirectories: false)

        #expect(try folder.load().warnings.map(\.short) == ["provinces/oud ignored_file"])
    }
}
