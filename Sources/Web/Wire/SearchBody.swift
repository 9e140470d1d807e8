import Domain
import Foundation
import Matching

/// The answer to a search (contract section 5), for who reads it; ``SearchAnswer`` is the one for who sends it.
struct SearchBody: Encodable, Sendable {
    let searchedAt: String
    let dataVersion: String
    let rankingVersion: String
    let banners: [BannerBody]
    let responsibility: ResponsibilityBody
    let sections: [SectionBody]
    /// With `detail=full`.
    var excluded: [ExcludedBody]?
    /// With `detail=top`.
    var excludedSummary: [ExcludedCount]?
    let blockers: [BlockerBody]
    let contacts: [ContactBody]
    let emergencyContacts: [ContactBody]
    let advice: String

    struct BannerBody: Encodable, Sendable {
        let code: String
        let text: String
        @OrNull var phone: String?
    }

    struct ResponsibilityBody: Encodable, Sendable {
        @OrNull var municipality: String?
        let basis: String
        @OrNull var law: String?
        @OrNull var centreMunicipality: String?
        @OrNull var riskScreeningRegion: String?
        let text: String
    }

    struct SectionBody: Encodable, Sendable {
        let section: String
        let label: String
        let total: Int
        let placements: [PlacementBody]
    }

    struct ExcludedBody: Encodable, Sendable {
        let serviceId: String
        let serviceName: String
        let organizationName: String
        let reasons: [CodeText]
    }

    struct ExcludedCount: Encodable, Sendable {
        let code: String
        let services: Int
    }

    struct BlockerBody: Encodable, Sendable {
        let codes: [String]
        let services: Int
        let freePlaces: Int
        let text: String
    }
}

/// A code with the sentence that says it.
struct CodeText: Encodable, Sendable {
    let code: String
    let text: String

    static let schema = Schema.Named(
        "CodeText", .object([Schema.Property("code", .text), Schema.Property("text", .text)]))
}

/// One placement in an answer.
struct PlacementBody: Encodable, Sendable {
    let rank: Int
    let serviceId: String
    let serviceName: String
    let organizationId: String
    let organizationName: String
    let example: Bool
    @OrNull var shelterKind: String?
    let province: String
    @OrNull var reach: String?
    let securityLevel: String
    let restriction: String
    let capacity: CapacityPart
    let reasons: [ReasonBody]
    let conditions: [CodeText]
    let ask: [CodeText]
    /// Why it stands below the one before it; the first of a section has none.
    var below: ReasonBody?
    let notes: [CodeText]
    @OrNull var referral: ReferralBody?
    /// Only where it was asked for.
    var scarcity: ScarcityPart?

    /// Who else only this place could take, of the reference profiles.
    struct ScarcityPart: Encodable, Sendable {
        let profiles: Int
        let labels: [String]
        let text: String
    }

    struct ReasonBody: Encodable, Sendable {
        let key: String
        let text: String
    }

    /// Of help without a bed only the last two.
    struct CapacityPart: Encodable, Sendable {
        var beds: Beds?
        let freshness: String
        @OrNull var waitingDays: Int?

        struct Beds: Encodable, Sendable {
            @OrNull var total: Int?
            @OrNull var free: Int?
            let held: Int
            @OrNull var confirmedAt: String?
            @OrNull var expectedFreeOn: String?
        }

        private enum Keys: String, CodingKey { case freshness, waitingDays }

        func encode(to encoder: any Encoder) throws {
            try beds?.encode(to: encoder)
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(freshness, forKey: .freshness)
            try container.encode(waitingDays, forKey: .waitingDays)
        }
    }
}
