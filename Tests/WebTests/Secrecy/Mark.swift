import Access
import Domain
import Foundation

@testable import PageReading

/// A value that stands nowhere else, and who may find it in what the program sends.
struct Mark: Sendable {
    /// What it marks.
    let name: String
    let text: String
    /// Who may see it.
    let readers: Set<Visitor>
    /// Who must have seen it after a whole walk, so that a walk that looks past it is noticed.
    let seers: Set<Visitor>
    /// Another text that names the same thing: an answer about it may say this one too.
    let address: String
    private let needle: Needle
    private let control: Needle?

    /// - Parameter control: a value of the same kind that marks nothing. The map names both equally often; who may
    ///   not see the mark finds it not once more than this.
    init(
        _ name: String, _ text: String, readers: Set<Visitor> = [], seers: Set<Visitor> = [], address: String? = nil,
        control: String? = nil
    ) {
        (self.name, self.text, self.readers, self.seers) = (name, text, readers, seers)
        self.address = address ?? text
        (needle, self.control) = (Needle(text), control.map(Needle.init))
    }

    var isOnTheMap: Bool { control != nil }

    /// One that those may see who have `permission`, for what belongs to `organization`.
    static func seen(
        _ name: String, _ text: String, by permission: Permission, of organization: String? = nil,
        control: String? = nil
    ) -> Mark {
        let readers = Set(Visitor.allCases.filter { $0.may(permission, of: organization) })
        return Mark(name, text, readers: readers, seers: readers, control: control)
    }

    /// Whether `text` says more of it than of what it is compared with.
    func isTold(in text: Haystack) -> Bool { text.count(needle) > (control.map(text.count) ?? 0) }
}

extension Visitor {
    var principal: Principal? {
        role.map { role in
            let organization: OrganizationID? =
                switch self {
                case .shelter: .make("voorbeeld-huis")
                case .otherShelter: .make("voorbeeld-ander")
                case .nobody, .wrongKey, .coordinator, .comensha, .policy, .admin: nil
                }
            return Principal(keyID: "toets-\(rawValue)", role: role, organization: organization)
        }
    }

    func may(_ permission: Permission, of organization: String?) -> Bool {
        guard let principal else { return false }
        return organization.map { principal.may(permission, of: .make($0)) } ?? principal.may(permission)
    }
}
