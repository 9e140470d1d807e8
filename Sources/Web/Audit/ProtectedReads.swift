import Access
import Domain
import HTTP

/// Something that not everybody may see, and that is written down when somebody did (feature F35; NEN 7513).
struct ProtectedRead: Sendable {
    let method: HTTP.Method
    /// The template of a route or the address of a page.
    let path: String
    let detail: Detail
    /// What somebody did who looked, as the log for admins says it; `%` stands for the place or organisation.
    let words: String

    /// What the record names.
    enum Detail: Sendable {
        /// The route: where what was asked may not be kept, or all of it is alike.
        case route
        /// The place, organisation or hold that was looked at.
        case address
    }
}

/// Which answers are protected: one table for API, pages, log and tests.
///
/// Protected are the searches, for their answers lead to free places; where a sheltered place is; the counts, what was
/// said of them before and as they change; what is held for somebody; and the log itself. A search is never more than
/// that there was one: neither what was asked nor what was found has a field. What a shelter sees of its own places is
/// not protected from it. A whole list that leaves as a table is written down as that (``RecordKind/dataExported``),
/// also where it is open.
enum ProtectedReads {
    static let all: [ProtectedRead] =
        [
            ProtectedRead(.post, "/v1/placements/_search", .route, "Zocht een passende plek."),
            ProtectedRead(.post, "/v1/placements/_explain", .route, "Vroeg uitleg over een passende plek."),
            ProtectedRead(.post, "/v1/placements/_assign", .route, "Verdeelde meer mensen over vrije plekken."),
            ProtectedRead(.get, "/v1/services", .route, "Bekeek de lijst van plekken, met aantallen."),
            ProtectedRead(.get, "/v1/services/{id}", .address, "Bekeek %."),
            ProtectedRead(.get, "/v1/services/{id}/capacity", .route, "Bekeek het aantal vrije plekken."),
            ProtectedRead(.get, "/v1/services/{id}/capacity/history", .address, "Bekeek eerdere aantallen van %."),
            ProtectedRead(.get, "/v1/organizations/{id}/capacities", .address, "Bekeek de aantallen van %."),
            ProtectedRead(.get, "/v1/holds", .route, "Bekeek welke plekken zijn vastgehouden."),
            ProtectedRead(.get, "/v1/holds/{reference}", .address, "Bekeek vastgehouden plek %."),
            ProtectedRead(.get, "/v1/changes", .route, "Keek mee met de wijzigingen."),
            ProtectedRead(.get, "/live", .route, "Keek mee met de wijzigingen."),
            ProtectedRead(.get, "/telling/{service}", .route, "Bekeek het aantal vrije plekken."),
            ProtectedRead(.get, "/v1/audit-events", .route, "Bekeek dit logboek."),
            search, comparison, overview, log,
        ] + holds

    /// The pages on which holds stand, or the count of a place that may be held.
    private static let holds = [
        ProtectedRead(.get, "/vasthouden/{service}", .route, "Bekeek of een plek vrij is om vast te houden."),
        ProtectedRead(
            .post, "/vasthouden/{service}/\(ListBehind.path)", .route, "Bekeek of een plek vrij is om vast te houden."),
        ProtectedRead(.get, "/vastgehouden", .route, "Bekeek welke plekken zijn vastgehouden."),
        ProtectedRead(.get, "/vastgehouden/{reference}", .address, "Bekeek vastgehouden plek %."),
        ProtectedRead(.get, "/vastgehouden/{reference}/stand", .address, "Bekeek vastgehouden plek %."),
        ProtectedRead(.get, "/overdracht/{reference}", .address, "Bekeek het overdrachtsblad van %."),
        ProtectedRead(.get, "/aanvragen", .route, "Bekeek de aanvragen."),
        ProtectedRead(.get, "/diensten/{service}", .address, "Bekeek %."),
        ProtectedRead(.post, "/diensten/{service}/\(ListBehind.path)", .address, "Bekeek %."),
        ProtectedRead(.get, "/kaart/vrij", .route, "Bekeek de kaart met vrije plekken."),
        ProtectedRead(.get, "/gaten", .route, "Bekeek de gaten, met vrije plekken."),
        ProtectedRead(.get, "/gaten/{group}/{column}", .route, "Bekeek vrije plekken van een groep."),
        ProtectedRead(.get, "/gegevens", .route, "Bekeek hoe oud de aantallen zijn."),
    ]

    /// The pages, which no route declares.
    static let search = ProtectedRead(.post, "/zoeken", .route, "Zocht een passende plek.")
    static let comparison = ProtectedRead(.post, "/vergelijken", .route, "Vergeleek passende plekken.")
    static let overview = ProtectedRead(.post, "/overzicht", .route, "Maakte een overzicht voor de persoon.")
    static let log = ProtectedRead(.get, "/logboek", .route, "Bekeek dit logboek.")

    /// `nil` for what is not protected, and for what changes something: that has a record of its own.
    static func read(_ method: HTTP.Method, _ path: String) -> ProtectedRead? {
        byPath[path].flatMap { $0.method == method ? $0 : nil }
    }

    private static let byPath = Dictionary(all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
}

extension ProtectedRead {
    fileprivate init(_ method: HTTP.Method, _ path: String, _ detail: Detail, _ words: String) {
        (self.method, self.path, self.detail, self.words) = (method, path, detail, words)
    }

    /// The address of what was looked at: of something that is there, for there was an answer.
    func resource(_ parameters: [String: String]) -> String {
        guard case .address = detail else { return path }
        return parameters.reduce(path) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// The name in `resource` of what was looked at; `nil` where that is no address of this read.
    func subject(in resource: String) -> Substring? {
        let (mine, other) = (path.split(separator: "/"), resource.split(separator: "/"))
        guard mine.count == other.count else { return nil }
        var subject: Substring = ""
        for (part, given) in zip(mine, other) {
            if part.hasPrefix("{") { subject = given } else if part != given { return nil }
        }
        return subject
    }
}

extension Call {
    /// Whether the path names a place of the caller's own organisation, or the organisation.
    var isAboutOwnPlaces: Bool {
        guard let own = principal?.organization, principal?.role == .shelter, path["id"] != nil else { return false }
        return switch request.segments.dropFirst().first {
        case "services": (try? service())?.organization == own
        case "organizations": (try? organization())?.id == own
        default: false
        }
    }
}
