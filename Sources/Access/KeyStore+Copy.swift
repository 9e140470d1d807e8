import Foundation

extension KeyStore {
    /// What the file with all keys is called in the state directory.
    package static let fileName = KeyFile.name

    /// That file as it is, for a backup, and how many keys it has; `nil` where there is none.
    ///
    /// Changes replace the file whole, so what is read is one version of it, also beside a running program.
    ///
    /// - Throws: ``KeyStoreError/damaged(file:field:)``: a copy of a damaged file helps nobody.
    package static func copy(directory: String) throws(KeyStoreError) -> (bytes: [UInt8], count: Int)? {
        try KeyFile(directory: directory).checkedBytes()
    }
}
