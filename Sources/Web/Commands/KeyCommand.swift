import Access
import Domain
import Foundation

/// `opvangkaart key issue | rotate | list | revoke`: also while a server runs on the same state.
enum KeyCommand {
    static func run(_ words: [String], _ terminal: Terminal) throws -> Int32 {
        let rest = Array(words.dropFirst())
        do {
            switch words.first {
            case "issue": try issue(rest, terminal)
            case "rotate": try rotate(rest, terminal)
            case "list": try KeyList(store(Options(rest, valued: ["--state"])), at: Date()).tell(terminal)
            case "revoke": try revoke(rest, terminal)
            case let word?: throw CommandFailure.usage("De opdracht ‘key \(word)’ bestaat niet.")
            case nil: throw CommandFailure.usage("Kies key issue, key rotate, key list of key revoke.")
            }
        } catch let error as KeyStoreError {
            let isUsage = error == .organizationRequired
            throw isUsage ? CommandFailure.usage(error.sentence) : CommandFailure.failure(error.sentence)
        }
        return 0
    }

    private static func store(_ options: Options) throws -> KeyStore {
        try KeyStore(directory: options.folder("--state", standard: ".opvangkaart").path)
    }

    private static func issue(_ words: [String], _ terminal: Terminal) throws {
        let options = try Options(
            words, valued: ["--role", "--organization", "--name", "--user", "--expires", "--state"])
        let roles = AccessRole.allCases.map(\.rawValue).joined(separator: ", ")
        guard let word = options["--role"] else { throw CommandFailure.usage("--role ontbreekt: \(roles).") }
        guard let role = AccessRole(rawValue: word) else {
            throw CommandFailure.usage("De rol ‘\(word)’ bestaat niet: \(roles).")
        }
        let organization = try options["--organization"].map { text throws(CommandFailure) in
            guard let id = OrganizationID(rawValue: text) else { throw .usage("‘\(text)’ is geen id.") }
            return id
        }
        let expires = try lastDay(options)
        var random = SystemRandomNumberGenerator()
        let (key, secret) = try store(options).issue(
            role: role, organization: organization, name: options["--name"], user: options["--user"],
            expiresOn: expires, at: Date(), using: &random)
        try show(key, secret, terminal)
    }

    private static func rotate(_ words: [String], _ terminal: Terminal) throws {
        let options = try Options(words, valued: ["--expires", "--state"], flags: ["--at-once"], operands: 1)
        guard let id = options.operands.first else { throw CommandFailure.usage("Noem het id van de sleutel.") }
        let expires = try lastDay(options)
        var random = SystemRandomNumberGenerator()
        let made = try store(options).rotate(
            id, expiresOn: expires, isAtOnce: options.has("--at-once"), at: Date(), using: &random)
        let end = made.old.revokedAt == nil ? made.old.expiresOn : nil
        terminal.complain(
            end.map { "De oude sleutel \(made.old.id) werkt nog tot en met \($0.text)." }
                ?? "De oude sleutel \(made.old.id) werkt niet meer.")
        if let end = made.key.expiresOn { terminal.complain("De nieuwe sleutel geldt tot en met \(end.text).") }
        try show(made.key, made.secret, terminal)
    }

    private static func show(_ key: AccessKey, _ secret: String, _ terminal: Terminal) throws(CommandFailure) {
        terminal.complain("Sleutel \(key.id) voor \(key.role.rawValue). Bewaar hem goed: u ziet hem maar één keer.")
        // Where it went to a full disk, say, nobody has it, and nobody ever will.
        guard terminal.hands(secret) else {
            throw .failure("De sleutel kon niet worden getoond. Trek \(key.id) in, en maak een nieuwe.")
        }
    }

    private static func lastDay(_ options: Options) throws(CommandFailure) -> CalendarDate? {
        guard let text = options["--expires"] else { return nil }
        guard let date = CalendarDate(text: text) else { throw .usage("‘\(text)’ is geen datum als 2027-01-31.") }
        return date
    }

    private static func revoke(_ words: [String], _ terminal: Terminal) throws {
        let options = try Options(words, valued: ["--state"], operands: 1)
        guard let id = options.operands.first else { throw CommandFailure.usage("Noem het id van de sleutel.") }
        _ = try store(options).revoke(id, at: Date())
        terminal.say("Ingetrokken: \(id)")
    }
}
