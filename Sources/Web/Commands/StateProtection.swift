import Foundation

/// Who else can get at the files of a state directory.
///
/// The group may look, for a program that makes backups: the service itself gives it nothing to read, its files are for
/// their owner alone. To write, or to be anybody else, is too much.
struct StateProtection {
    private let state: URL

    private static let forbidden: mode_t = 0o027
    private static let sticky: mode_t = 0o1000
    private static let writableByAll: mode_t = 0o002

    init(_ state: URL) { self.state = state }

    /// One sentence for each kind of fault, with what to type; a directory that is not there yet has none.
    var reasons: [String] {
        let shown = ShellWord(state.relativePath)
        guard let directory = Self.status(state.path) else { return aboveReasons }
        guard directory.st_mode & S_IFMT == S_IFDIR else {
            return ["\(shown) is geen map. Kies een andere met --state."]
        }
        var reasons: [String] = []
        if directory.st_uid != geteuid() {
            let (owner, own) = (Self.name(of: directory.st_uid), Self.name(of: geteuid()))
            reasons.append(
                "De map \(shown) is van \(owner), maar de dienst draait als \(own)."
                    + " Start de dienst als \(owner), of typ: chown -R \(own) \(shown)")
        }
        if directory.st_mode & Self.forbidden != 0 {
            reasons.append("Anderen kunnen in de map \(shown) kijken of schrijven. Typ: chmod 700 \(shown)")
        }
        return reasons + fileReasons(ownedBy: directory.st_uid) + aboveReasons
    }

    private func fileReasons(ownedBy owner: uid_t) -> [String] {
        let shown = ShellWord(state.relativePath)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: state.path) else {
            return ["De map \(shown) kunnen we niet lezen."]
        }
        let files = names.sorted().compactMap { name -> (name: String, status: stat)? in
            guard let status = Self.status(state.path + "/" + name), status.st_mode & S_IFMT == S_IFREG else {
                return nil
            }
            return (name, status)
        }
        var reasons: [String] = []
        if let first = files.first(where: { $0.status.st_mode & Self.forbidden != 0 }) {
            reasons.append(
                "Anderen kunnen bestanden in \(shown) lezen of wijzigen, zoals \(ShellWord(first.name))."
                    + " Typ: chmod 600 \(shown)/*")
        }
        if let first = files.first(where: { $0.status.st_uid != owner }) {
            let own = Self.name(of: geteuid())
            reasons.append(
                "In \(shown) staan bestanden van een andere gebruiker, zoals \(ShellWord(first.name))."
                    + " Typ: chown -R \(own) \(shown)")
        }
        return reasons
    }

    /// Who may write in a directory above it can put another one in its place.
    private var aboveReasons: [String] {
        var reasons: [String] = []
        var above = state.absoluteURL.resolvingSymlinksInPath().deletingLastPathComponent()
        while true {
            if let status = Self.status(above.path),
                status.st_mode & (Self.writableByAll | Self.sticky) == Self.writableByAll
            {
                let shown = ShellWord(above.path)
                reasons.append(
                    "Iedereen kan in \(shown) schrijven, en zo de map met gegevens vervangen. Typ: chmod o-w \(shown)")
            }
            guard above.path != "/", above.pathComponents.count > 1 else { return reasons }
            above.deleteLastPathComponent()
        }
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    /// The name of a user, or the number where it has none.
    private static func name(of user: uid_t) -> String {
        guard let entry = getpwuid(user) else { return String(user) }
        return String(cString: entry.pointee.pw_name)
    }
}
