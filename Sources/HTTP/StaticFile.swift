/// One file as it was read.
struct StaticFile: Sendable {
    /// Decoded, from the root.
    let path: String
    let content: [UInt8]
    /// Seconds since 1970 in UTC; `nil` when the date does not tell this content from the next.
    let lastModified: Int?
    let hash: ContentHash

    init(path: String, content: [UInt8], lastModified: Int?) {
        (self.path, self.content, self.lastModified) = (path, content, lastModified)
        hash = ContentHash(content)
    }

    private var name: Substring { path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...] }

    /// `/stijl.css` is also `/stijl.0123456789abcdef.css`: the first 16 hexadecimal digits of the hash before the
    /// last ending, or at the end where there is none.
    var versionedPath: String {
        let folder = path[..<name.startIndex]
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "\(path).\(hash.version)" }
        return "\(folder)\(name[..<dot]).\(hash.version)\(name[dot...])"
    }

    /// Whether the name, as it lies in the folder, holds the hash of its own content between its dots.
    var isVersioned: Bool { name.split(separator: ".").dropFirst().contains { $0 == hash.version } }

    /// Of the file of which this one would be the gzip form; `nil` when its name does not say so.
    var uncompressedPath: String? { path.hasSuffix(".gz") ? String(path.dropLast(3)) : nil }

    /// What an address of this file answers.
    ///
    /// - Parameter compressed: the same content with gzip.
    func resource(compressed: StaticFile?, cacheControl: String) -> StaticResource {
        let type = ContentType.of(name: String(name))
        func form(_ file: StaticFile, coding: String?) -> Representation {
            Representation(
                label: path, content: file.content,
                validators: Validators(tag: file.tag(coding: coding), lastModified: file.lastModified),
                contentType: type, coding: coding, isChosen: compressed != nil, cacheControl: cacheControl)
        }
        return StaticResource(
            label: path, plain: form(self, coding: nil), gzip: compressed.map { form($0, coding: "gzip") })
    }

    /// Strong: length and hash. The coding stands in it too, for the case of a gzip file that holds itself.
    private func tag(coding: String?) -> EntityTag {
        let text = "\(String(content.count, radix: 16))-\(hash.text)\(coding.map { "-\($0)" } ?? "")"
        guard let tag = EntityTag(opaque: text) else { preconditionFailure("hexadecimal digits make an entity tag") }
        return tag
    }
}
