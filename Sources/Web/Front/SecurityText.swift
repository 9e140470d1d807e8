import Domain
import Foundation

/// What `/.well-known/security.txt` says: where to report a weak spot, and until when that holds (RFC 9116).
struct SecurityText: Sendable {
    /// From the root of the site, and below the folder of files.
    static let path = "/.well-known/security.txt"

    private let lines: [String]

    /// - Parameter text: lines that end with LF or CRLF.
    init(_ text: String) {
        // Swift takes CR LF for one character.
        lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    }

    /// Where to report, best first; only addresses that a page may lead to.
    var contacts: [String] { values(of: "Contact").filter(Self.isAddress) }

    /// Whether one of them is nobody's, as in the file the program comes with.
    var hasPlaceholder: Bool { contacts.contains(where: Self.isPlaceholder) }

    /// What keeps somebody who found a weak spot from reporting it, at a moment.
    func faults(at now: Date) -> [Fault] {
        contactFaults + [expiryFault(at: now)].compactMap { $0 }
    }

    private var contactFaults: [Fault] {
        let contacts = values(of: "Contact")
        guard !contacts.isEmpty else { return [.noContact] }
        var faults: [Fault] = []
        if contacts.contains(where: { !Self.isAddress($0) }) { faults.append(.contactForm) }
        if contacts.contains(where: Self.isPlaceholder) { faults.append(.placeholder) }
        return faults
    }

    private func expiryFault(at now: Date) -> Fault? {
        let texts = values(of: "Expires")
        guard texts.count == 1, let end = Timestamp.date(texts[0]) else { return .noExpiry }
        let left = end.timeIntervalSince(now)
        return switch left {
        case ...0: .expired
        case ..<Self.shortest: .expiresSoon
        case Self.longest...: .expiresLate
        default: nil
        }
    }

    /// Less than this before its end, a text is to be renewed; it may not promise more than a year (§2.5.5).
    private static let shortest: TimeInterval = 30 * 86_400
    private static let longest: TimeInterval = 366 * 86_400

    /// The values of a field in their order; names are read in any case (§2.2).
    private func values(of name: String) -> [String] {
        lines.compactMap { line in
            guard !line.hasPrefix("#"), let colon = line.firstIndex(of: ":"),
                line[..<colon].caseInsensitiveCompare(name) == .orderedSame
            else { return nil }
            return line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
    }

    /// A way to reach somebody that gives nothing away on its way (§2.5.3).
    private static func isAddress(_ contact: String) -> Bool {
        ["mailto:", "https://", "tel:"].contains { contact.lowercased().hasPrefix($0) }
    }

    /// Whether the address is in a domain that is nobody's (RFC 2606).
    private static func isPlaceholder(_ contact: String) -> Bool {
        let rest = contact.lowercased().drop { $0 != ":" }.dropFirst()
        let authority = rest.hasPrefix("//") ? rest.dropFirst(2) : rest
        let place = authority.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let domain = "." + (place.split(separator: "@").last ?? "").prefix { $0 != ":" }
        return reserved.contains { domain.hasSuffix($0) }
    }

    private static let reserved = [
        ".example", ".invalid", ".test", ".localhost", ".example.com", ".example.net", ".example.org",
    ]
}

extension SecurityText {
    /// Why a report may not arrive.
    enum Fault: Hashable, Sendable {
        case noContact, contactForm, placeholder, noExpiry, expired, expiresSoon, expiresLate

        /// One line for who starts the program.
        var sentence: String { "security.txt: " + rest }

        private var rest: String {
            switch self {
            case .noContact: "er staat geen ‘Contact:’ in. Niemand weet waar een zwakke plek te melden is."
            case .contactForm: "‘Contact:’ begint met mailto:, https:// of tel:."
            case .placeholder: "het adres bij ‘Contact:’ is van niemand. Zet er uw eigen adres in."
            case .noExpiry: "zet er precies één keer ‘Expires:’ in, met een moment als 2027-01-31T12:00:00Z."
            case .expired: "de datum bij ‘Expires:’ is voorbij. Kijk de tekst na en zet er een nieuwe in."
            case .expiresSoon: "de datum bij ‘Expires:’ is binnen 30 dagen voorbij. Zet er een nieuwe in."
            case .expiresLate: "de datum bij ‘Expires:’ ligt meer dan een jaar vooruit. Kies een eerdere."
            }
        }
    }

    /// What is to be said of the text in a folder of files when the program starts; a missing file is told too.
    static func complaints(in folder: URL, at now: Date) -> [String] {
        guard let bytes = try? Data(contentsOf: folder.appendingPathComponent(String(path.dropFirst()))),
            let text = String(validating: bytes, as: UTF8.self)
        else { return ["security.txt: het bestand \(path) in de map \(folder.relativePath) kunnen we niet lezen."] }
        return SecurityText(text).faults(at: now).map(\.sentence)
    }
}
