import Access
import Domain
import Foundation

/// `opvangkaart key issue | list | revoke`: also while a server runs on the same state.
enum KeyCommand {
    static func run(_ words: [String], _ terminal: Terminal) throws -> Int32 {
        let rest = Array(words.dropFirst())
        do {
            switch words.first {
            case "issue": try issue(rest, terminal)
            case "list": try list(rest, terminal)
            case "revoke": try revoke(rest, terminal)
            case let word?: throw CommandFailure.usage("De opdracht ‘key \(word)’ bestaat niet.")
            case nil: throw CommandFailure.usage("Kies key issue, key list of key revoke.")
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
            words, valued: ["--role", "--organization", "--name", "--expires", "--state"])
        let roles = AccessRole.allCases.map(\.rawValue).joined(separator: ", ")
        guard let word = options["--role"] else { throw CommandFailure.usage("--role ontbreekt: \(roles).") }
        guard let role = AccessRole(rawValue: word) else {
            throw CommandFailure.usage("De rol ‘\(word)’ bestaat niet: \(roles).")
        }
        let organization = try options["--organization"].map { text throws(CommandFailure) in
            guard let id = OrganizationID(rawValue: text) else { throw .usage("‘\(text)’ is geen id.") }
            return id
        }
        let expires = try options["--expires"].map { text throws(CommandFailure) in
            guard let date = CalendarDate(text: text) else {
                throw .usage("‘\(text)’ is geen datum als 2027-01-31.")
            }
            return date
        }
        var random = SystemRandomNumberGenerator()
        let (key, secret) = try store(options).issue(
            role: role, organization: organization, name: options["--name"], expiresOn: expires, at: Date(),
            using: &random)
        terminal.complain("Sleutel \(key.id) voor \(role.rawValue). Bewaar hem goed: u ziet hem maar één keer.")
        terminal.say(secret)
    }

    private static func list(_ words: [String], _ terminal: Terminal) throws {
        for key in try store(Options(words, valued: ["--state"])).list() {
            let facts = [
                key.id, key.role.rawValue, key.organization?.rawValue ?? "-", key.name ?? "-",
                "gemaakt \(Timestamp.text(key.createdAt))",
                key.expiresOn.map { "geldig tot en met \($0.text)" } ?? "geen einde",
                key.revokedAt.map { "ingetrokken \(Timestamp.text($0))" } ?? "geldig",
            ]
            terminal.say(facts.joined(separator: "\t"))
        }
    }

    private static func revoke(_ words: [String], _ terminal: Terminal) throws {
        let options = try Options(words, valued: ["--state"], operands: 1)
        guard let id = options.operands.first else { throw CommandFailure.usage("Noem het id van de sleutel.") }
        _ = try store(options).revoke(id, at: Date())
        terminal.say("Ingetrokken: \(id)")
    }
}
