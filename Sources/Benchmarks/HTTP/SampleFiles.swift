import Foundation

/// The two files that all servers serve.
struct SampleFiles {
    static let smallName = "small.txt"
    static let smallBytes = 100
    static let largeName = "large.bin"
    static let largeBytes = 1_000_000

    let folder: URL

    init(in scratch: ScratchFolder) throws {
        folder = try scratch.folder("www")
        try Data(repeating: UInt8(ascii: "x"), count: Self.smallBytes).write(to: folder.appending(path: Self.smallName))
        try Data(repeating: UInt8(ascii: "y"), count: Self.largeBytes).write(to: folder.appending(path: Self.largeName))
    }
}
