import Domain
import Foundation

/// Finds the municipality somebody means: by its name, by a name that people use, by its code, and else those whose
/// names are near (screens S1, S4 and S5).
struct MunicipalityFinder: Sendable {
    enum Answer: Hashable, Sendable {
        case found(Municipality)
        /// A name of a province, which has many.
        case province(Province)
        /// No such name; those that may be meant, nearest first. None where nothing is near.
        case unknown([Municipality])
    }

    private struct Entry {
        let municipality: Municipality
        let key: NameKey
        /// The words a longer name is made of, and names that people use beside it.
        let others: [NameKey]
    }

    private let entries: [Entry]
    /// By its name and the names that nearly everybody uses instead, and by its code.
    private let named: [NameKey: Municipality]
    private let coded: [String: Municipality]
    private let provinces: [(key: NameKey, province: Province)]

    /// More would be a list to search through once more.
    static let mostSuggestions = 6

    init(_ map: Geography) {
        entries = map.municipalities.map { municipality in
            let key = NameKey(municipality.name)
            let parts = Self.parts(of: municipality.name).filter { $0 != key }
            return Entry(municipality: municipality, key: key, others: Self.aliases(of: municipality) + parts)
        }
        let names = entries.flatMap { entry in
            ([entry.key] + Self.aliases(of: entry.municipality)).map { ($0, entry.municipality) }
        }
        named = Dictionary(names, uniquingKeysWith: { first, _ in first })
        let codes = map.municipalities.map { ($0.code.rawValue, $0) }
        coded = Dictionary(codes, uniquingKeysWith: { first, _ in first })
        provinces = map.provinces.map { (NameKey($0.name), $0) }
    }

    func answer(to text: String) -> Answer {
        let key = NameKey(text).dropping(Self.kind)
        guard !key.bytes.isEmpty else { return .unknown([]) }
        let code = text.trimmingCharacters(in: .whitespaces).uppercased()
        if let municipality = named[key] ?? coded[code] { return .found(municipality) }
        if let named = provinces.first(where: { $0.key == key }) { return .province(named.province) }
        let meant = entries.filter { $0.others.contains(key) }
        if !meant.isEmpty { return .unknown(shown(meant)) }
        let begun = key.bytes.count < 3 ? [] : entries.filter { $0.key.hasPrefix(key) }
        return .unknown(shown(begun.isEmpty ? near(key) : begun))
    }

    /// The municipality of that name, for forms in which a wrong one is a fault.
    func municipality(named text: String) -> Municipality? {
        if case .found(let municipality) = answer(to: text) { municipality } else { nil }
    }

    /// What somebody typed, where it may be shown once more: letters and what else stands in names, and not much of
    /// it. An address could otherwise lead to a page of ours that says whatever its maker likes, with a telephone
    /// number in it.
    static func shown(_ text: String) -> String? {
        let isName = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || " -'’.(),".unicodeScalars.contains($0)
        }
        return isName && text.count <= 30 && !text.isEmpty ? text : nil
    }

    // MARK: Near ones

    private func near(_ key: NameKey) -> [Entry] {
        // A third of a short word may be wrong, of a long one three letters.
        let limit = max(1, min(3, key.bytes.count / 3))
        let distances: [(entry: Entry, distance: Int)] = entries.compactMap { entry in
            let keys = [entry.key] + entry.others
            let found = keys.compactMap { EditDistance.between(key.bytes, $0.bytes, atMost: limit) }
            return found.min().map { (entry, $0) }
        }
        guard let best = distances.map(\.distance).min() else { return [] }
        // One more slip than the best is still worth asking about; what lies beyond only distracts.
        let close = distances.filter { $0.distance <= best + 1 }
        return close.sorted { ($0.distance, $0.entry.municipality.name) < ($1.distance, $1.entry.municipality.name) }
            .map(\.entry)
    }

    private func shown(_ entries: [Entry]) -> [Municipality] {
        entries.prefix(Self.mostSuggestions).map(\.municipality)
    }

    private static func parts(of name: String) -> [NameKey] {
        var parts: [[Substring]] = [[]]
        for dashed in name.split(whereSeparator: { "-,()".contains($0) }) {
            for word in dashed.split(whereSeparator: \.isWhitespace) {
                if joining.contains(word) { parts.append([]) } else { parts[parts.count - 1].append(word) }
            }
            parts.append([])
        }
        return parts.map { NameKey($0.joined(separator: " ")) }.filter { $0.bytes.count > 3 }
    }

    /// Words between the parts of a longer name: Alphen aan den Rijn, Bergen op Zoom.
    private static let joining: Set<Substring> = ["aan", "bij", "de", "den", "en", "op", "van"]

    /// Municipalities that nearly everybody calls otherwise.
    private static let aliases: [String: [String]] = [
        "GM0518": ["Den Haag", "The Hague"], "GM0796": ["Den Bosch"], "GM0820": ["Nuenen"],
    ]

    private static func aliases(of municipality: Municipality) -> [NameKey] {
        (aliases[municipality.code.rawValue] ?? []).map(NameKey.init)
    }

    private static let kind = NameKey("gemeente")
}
