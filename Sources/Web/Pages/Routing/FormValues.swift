import Foundation
import HTTP

/// The fields of a posted form (`application/x-www-form-urlencoded`), in memory for one request.
struct FormValues: Sendable {
    let items: [QueryItem]

    static let empty = FormValues([:])

    /// What stands in an address, or is left of a form.
    init(items: [QueryItem]) { self.items = items }

    /// Values the program itself fills in.
    init(_ values: KeyValuePairs<String, String>) {
        items = values.map { QueryItem(name: $0.key, value: $0.value) }
    }

    /// `nil` when the body is not such a form.
    init?(_ request: Request) {
        let type = request.fields["Content-Type"].flatMap(MediaType.init)?.essence
        guard type == "application/x-www-form-urlencoded" else { return nil }
        do {
            items = try QueryItem.list(of: request.body[...])
        } catch {
            return nil
        }
    }

    /// The first value that is not blank, trimmed.
    subscript(_ name: String) -> String? { all(name).first }

    /// Every value that is not blank, trimmed.
    func all(_ name: String) -> [String] {
        items.filter { $0.name == name }.map { $0.value.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The fields but for those of these names.
    func without(_ names: Set<String>) -> FormValues { FormValues(items: items.filter { !names.contains($0.name) }) }

    func has(_ name: String, _ value: String) -> Bool { all(name).contains(value) }
}
