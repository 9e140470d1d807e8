/// Why the files of a folder could not be taken in.
package enum StaticFilesError: Error, Hashable, Sendable {
    case system(call: String, path: String, code: Int32)
    /// All files together hold more than was allowed.
    case tooLarge(path: String)
}
