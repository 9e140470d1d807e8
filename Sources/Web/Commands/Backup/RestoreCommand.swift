import Access
import Exchange
import Foundation
import Hashing
import Ledger

/// `opvangkaart restore FILE`: makes a state directory of a backup, whole and checked, or not at all.
struct RestoreCommand {
    private let path: String
    private let state: URL
    private let files: any LedgerFiles

    /// - Parameter files: where the directory is made.
    init(_ options: Options, files: any LedgerFiles = SystemFiles()) throws(CommandFailure) {
        guard let path = options.operands.first else { throw .usage("Noem het bestand met de backup.") }
        (self.path, self.files) = (path, files)
        state = options.folder("--state", standard: ".opvangkaart")
    }

    func run(_ terminal: Terminal) throws -> Int32 {
        do {
            let (found, keys) = try restore()
            terminal.say(
                "Teruggezet in \(state.relativePath): \(Counted.lines(found.records)) in "
                    + "\(Counted.files(found.segments)), en \(Counted.keys(keys)). Elke regel is nagekeken.")
            if found.records > 0 { terminal.say("Controlegetal van de laatste regel: \(found.head.hex)") }
            return 0
        } catch let fault as BackupFault {
            throw refusal(fault.sentence)
        } catch let fault as ArchiveFault {
            throw refusal(fault.sentence)
        } catch LedgerError.damaged(let file, let line, let what) {
            throw refusal("\(file):\(line): \(what.sentence)")
        } catch let error as KeyStoreError {
            throw refusal(error.sentence)
        } catch LedgerError.system(_, ENOTEMPTY), LedgerError.system(_, EEXIST) {
            throw CommandFailure.failure("De map \(state.relativePath) is niet leeg. Kies een andere met --state.")
        } catch LedgerError.system(_, EBUSY) {
            throw CommandFailure.failure("De map \(state.relativePath) zit vast aan een schijf. Kies een map daarin.")
        } catch let error as LedgerError {
            throw CommandFailure.failure("\(error.sentence) Er is niets teruggezet.")
        }
    }

    private func refusal(_ sentence: String) -> CommandFailure {
        .failure("‘\(path)’ is geen goede backup: \(sentence) Er is niets teruggezet.")
    }

    private func restore() throws -> (Verification, keys: Int) {
        guard let source = FileHandle(forReadingAtPath: path) else {
            throw CommandFailure.failure("‘\(path)’ kunnen we niet lezen.")
        }
        defer { try? source.close() }
        // The directory itself, where the name is that of a link to it.
        let directory = try NewDirectory(state.absoluteURL.resolvingSymlinksInPath().path, files: files)
        do {
            try unpack(source, into: directory.unfinished)
            let found = try Ledger.verify(directory: directory.unfinished)
            // A backup ends with a whole record.
            guard found.tornTail == nil else { throw BackupFault.wrongContent }
            let keys = try KeyStore.copy(directory: directory.unfinished)?.count ?? 0
            try directory.finish()
            return (found, keys)
        } catch {
            directory.discard()
            throw error
        }
    }

    private func unpack(_ source: FileHandle, into directory: String) throws {
        var reader = ArchiveReader { count in
            do {
                return [UInt8](try source.read(upToCount: count) ?? Data())
            } catch {
                throw CommandFailure.failure("‘\(path)’ kunnen we niet lezen.")
            }
        }
        var (found, told, names): (Checksums, [UInt8]?, Set<String>) = (Checksums(), nil, [])
        while let entry = try reader.next() {
            // Nothing comes after the sums: it would stand in none of them.
            guard told == nil, names.insert(entry.name).inserted else { throw BackupFault.repeated }
            if entry.name == Checksums.name {
                var bytes: [UInt8] = []
                while let piece = try reader.content() {
                    bytes += piece
                    guard bytes.count <= Self.mostChecksumBytes else { throw BackupFault.wrongContent }
                }
                told = bytes
            } else {
                guard Ledger.isSegment(entry.name) || entry.name == KeyStore.fileName else {
                    throw ArchiveFault.unknownName
                }
                found.add(try copy(&reader, to: "\(directory)/\(entry.name)"), of: entry.name)
            }
        }
        guard told == Array(found.text.utf8), names.contains(where: Ledger.isSegment) else {
            throw BackupFault.wrongContent
        }
    }

    private func copy(_ reader: inout ArchiveReader, to path: String) throws -> SHA256Digest {
        let file = try NewFile(path, files: files)
        var digest = SHA256()
        do {
            while let piece = try reader.content() {
                digest.update(piece)
                try file.write(piece)
            }
            try file.finish()
        } catch {
            file.discard()
            throw error
        }
        return digest.finalize()
    }

    /// Room for thousands of segments.
    private static let mostChecksumBytes = 1 << 20
}

/// Why an archive is no backup, though each of its files can be read.
enum BackupFault: Error {
    /// A file twice, or one after the sums.
    case repeated
    /// The sums are not those of the files.
    case wrongContent

    var sentence: String {
        switch self {
        case .repeated: "er staat een bestand te veel in."
        case .wrongContent: "de inhoud klopt niet met de controlegetallen erbij."
        }
    }
}

extension ArchiveFault {
    /// What is wrong with the file.
    var sentence: String {
        switch self {
        case .truncated: "het bestand is afgebroken."
        case .notAnArchive: "dit is geen tar-bestand."
        case .wrongChecksum: "een controlegetal klopt niet."
        case .notAFile: "er staat iets anders in dan gewone bestanden."
        case .unknownName: "er staat een bestand in dat hier niet hoort."
        case .trailingBytes: "na het einde staat nog iets."
        }
    }
}
