import Access
import Exchange
import Foundation
import Hashing
import Ledger

/// `opvangkaart backup FILE`: the journal and the keys in one file, also while a server runs.
///
/// What a start can make again is not in it: snapshots and the lock.
struct BackupCommand {
    private let path: String
    private let state: URL
    private let files: any LedgerFiles

    /// - Parameter files: where the file is written.
    init(_ options: Options, files: any LedgerFiles = SystemFiles()) throws(CommandFailure) {
        guard let path = options.operands.first else { throw .usage("Noem het bestand dat u wilt maken.") }
        (self.path, self.files) = (path, files)
        state = options.folder("--state", standard: ".opvangkaart")
    }

    func run(_ terminal: Terminal, now: Date) throws -> Int32 {
        do {
            guard try !Ledger.segments(directory: state.path).isEmpty else {
                throw CommandFailure.failure("In de map \(state.relativePath) staat geen journaal.")
            }
            tell(try make(at: now), terminal)
            return 0
        } catch LedgerError.system(_, EEXIST) {
            throw CommandFailure.failure("‘\(path)’ is er al. Kies een andere naam.")
        } catch LedgerError.noSpace {
            throw CommandFailure.failure("De schijf is vol. Er is geen backup gemaakt.")
        } catch let error as LedgerError {
            throw CommandFailure.failure("\(error.sentence) Er is geen backup gemaakt.")
        } catch let error as KeyStoreError {
            throw CommandFailure.failure("\(error.sentence) Er is geen backup gemaakt.")
        }
    }

    private func tell(_ made: Made, _ terminal: Terminal) {
        let extent = made.extent
        if let tail = extent.tornTail { terminal.complain("\(tail.sentence) Dat gaat niet mee.") }
        terminal.say("Gemaakt: \(path) (\(made.byteCount) bytes).")
        terminal.say(
            "Daarin: \(Counted.lines(extent.records)) in \(Counted.files(extent.segments.count)), en "
                + "\(Counted.keys(made.keys)). Elke regel is nagekeken.")
        if extent.records > 0 { terminal.say("Controlegetal van de laatste regel: \(extent.head.hex)") }
        terminal.say("SHA-256 van de backup: \(made.digest.hex)")
    }

    private struct Made {
        let extent: JournalExtent
        let keys: Int
        let byteCount: Int
        let digest: SHA256Digest
    }

    /// What was read once may be taken back while it is read again, as on a full disk; then it is made anew.
    private func make(at now: Date) throws -> Made {
        var tries = 1
        while true {
            let extent = try Ledger.extent(directory: state.path)
            do {
                return try make(extent, at: now)
            } catch LedgerError.damaged where tries < 3 {
                tries += 1
            }
        }
    }

    private func make(_ extent: JournalExtent, at now: Date) throws -> Made {
        let file = try NewFile(path, files: files)
        do {
            var writer = BackupWriter(file, now: now)
            var copy = JournalCopy(extent, of: state.path)
            for segment in extent.segments {
                try writer.add(segment.name, byteCount: segment.byteCount) { write throws(LedgerError) in
                    try copy.read(segment, write)
                }
            }
            let keys = try KeyStore.copy(directory: state.path)
            if let keys { try writer.add(KeyStore.fileName, keys.bytes) }
            let digest = try writer.finish()
            return Made(extent: extent, keys: keys?.count ?? 0, byteCount: file.byteCount, digest: digest)
        } catch {
            file.discard()
            throw error
        }
    }
}
