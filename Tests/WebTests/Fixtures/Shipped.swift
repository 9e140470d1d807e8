import Foundation
import Registry

/// The data the program comes with.
enum Shipped {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Data")
        .standardizedFileURL
    static let publicFolder = folder.deletingLastPathComponent().appending(path: "Public")

    /// Loaded once, at the start of the test clock.
    static let loaded = Result { try RegistryLoader(directory: folder, now: TestClock.start).load() }

    static var registry: Registry {
        get throws { try loaded.get() }
    }
}
