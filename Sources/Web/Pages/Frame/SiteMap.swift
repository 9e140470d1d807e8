import Access
import Domain

/// The pages that the frame leads to: for everyone, and for who may do something there.
enum SiteMap {
    struct Item: Sendable {
        /// Without a language.
        let path: String
        let title: Bilingual
        /// `nil` for everyone.
        let permission: Permission?

        init(_ path: String, _ dutch: String, _ english: String, _ permission: Permission? = nil) {
            (self.path, title, self.permission) = (path, Bilingual(dutch: dutch, english: english), permission)
        }
    }

    private static let work: [Item] = [
        Item("/zoeken", "Plek zoeken", "Find a place", .searchPlacements),
        Item("/vastgehouden", "Vastgehouden", "On hold", .holdPlaces),
        Item("/mijn-plekken", "Mijn plekken", "My places", .decideHolds),
        Item("/aanvragen", "Aanvragen", "Requests", .decideHolds),
        Item("/opnameregels", "Opnameregels", "Admission rules", .changeAdmission),
    ]

    private static let open: [Item] = [
        Item("/organisaties", "Organisaties", "Organisations"),
        Item("/zorgcoordinator", "Zorgcoördinator", "Care co-ordinator"),
        Item("/baliekaart", "Baliekaart", "Counter card"),
        Item("/gaten", "Gaten", "Gaps"),
    ]

    private static let watch: [Item] = [
        Item("/gegevens", "Gegevens", "Data quality", .readDataQuality),
        Item("/logboek", "Logboek", "Log", .readAuditEvents),
    ]

    static let footer: [Item] = [
        Item("/toegankelijkheid", "Toegankelijkheid", "Accessibility"),
        Item("/privacy", "Privacy", "Privacy"),
        Item("/over", "Over Opvangkaart", "About Opvangkaart"),
        Item("/codelijsten", "Codelijsten", "Code lists"),
        Item("/open-data", "Open data", "Open data"),
        Item("/contact", "Contact", "Contact"),
        Item("/kwetsbaarheid-melden", "Kwetsbaarheid melden", "Report a vulnerability"),
    ]

    /// In the order of the menu.
    static func items(for principal: Principal?) -> [Item] {
        (work + open + watch).filter { item in
            guard let permission = item.permission else { return true }
            return principal?.may(permission) ?? false
        }
    }

    /// Where somebody begins who has just signed in: at their own work.
    static func firstPage(for role: AccessRole) -> String {
        switch role {
        case .coordinator, .comensha: "/zoeken"
        case .shelter: "/mijn-plekken"
        case .policy: "/gaten"
        case .admin: "/"
        }
    }
}
