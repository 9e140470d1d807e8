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
        items.filter { $0.name == name }.map { Self.trimmed($0.value) }.filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: String) -> String {
        // What begins and ends with a sign of ASCII that is no space, as nearly all do, stays as it is.
        func isPlain(_ byte: UInt8?) -> Bool { byte.map { (0x21...0x7E).contains($0) } ?? false }
        if isPlain(text.utf8.first), isPlain(text.utf8.last) { return text }
        return text.trimmingCharacters(in: .whitespaces)
    }

    /// The fields but for those of these names.
    func without(_ names: Set<String>) -> FormValues { FormValues(items: items.filter { !names.contains($0.name) }) }

    func has(_ name: String, _ value: String) -> Bool { all(name).contains(value) }
}
