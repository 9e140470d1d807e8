import Domain
import Foundation
import Hashing

extension AccessKey: Codable {
    /// The key as it stands in the file.
    private struct Wire: Codable {
        let id: String
        let name: String?
        let role: String
        let organization: String?
        let digest: String
        let createdAt: String
        let expiresOn: String?
        let revokedAt: String?
        /// From here on absent in files of an older program.
        let user: String?
        let replaces: String?
    }

    /// - Throws: ``WrongField`` for what has the right type and cannot be all the same.
    package init(from decoder: any Decoder) throws {
        let wire = try Wire(from: decoder)
        guard KeyID.isWellFormed(wire.id) else { throw WrongField(name: "id") }
        id = wire.id
        name = wire.name
        role = try Self.known(AccessRole(rawValue: wire.role), "role")
        organization = try wire.organization.map { try Self.known(OrganizationID(rawValue: $0), "organization") }
        digest = try Self.known(SHA256Digest(hex: wire.digest), "digest")
        createdAt = try Self.known(Timestamp.date(wire.createdAt), "createdAt")
        expiresOn = try wire.expiresOn.map { try Self.known(CalendarDate(text: $0), "expiresOn") }
        revokedAt = try wire.revokedAt.map { try Self.known(Timestamp.date($0), "revokedAt") }
        user = try wire.user.map { try Self.known(KeyText.isUser($0) ? $0 : nil, "user") }
        replaces = try wire.replaces.map { try Self.known(KeyID.isWellFormed($0) ? $0 : nil, "replaces") }
        guard role != .shelter || organization != nil else { throw WrongField(name: "organization") }
    }

    private static func known<Value>(_ value: Value?, _ field: String) throws -> Value {
        guard let value else { throw WrongField(name: field) }
        return value
    }

    package func encode(to encoder: any Encoder) throws {
        let wire = Wire(
            id: id, name: name, role: role.rawValue, organization: organization?.rawValue, digest: digest.hex,
            createdAt: Timestamp.text(createdAt), expiresOn: expiresOn?.text,
            revokedAt: revokedAt.map(Timestamp.text), user: user, replaces: replaces)
        try wire.encode(to: encoder)
    }
}

/// A field of the key file that holds what it cannot hold.
struct WrongField: Error {
    let name: String
}
