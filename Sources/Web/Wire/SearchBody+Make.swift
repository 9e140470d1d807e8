import Domain
import Foundation
import Matching
import Registry

/// How much of a result is written out (contract section 5).
enum SearchDetail: Sendable {
    case full
    /// The first so many placements over all sections.
    case top(Int)

    /// How many placements; `nil` for all.
    var limit: Int? {
        switch self {
        case .full: nil
        case .top(let limit): limit
        }
    }
}

extension SearchBody {
    /// - Parameter listsPlaces: `false` leaves out the placements and the excluded services, one by one.
    init(
        _ result: SearchResult, profile: Profile, snapshot: Snapshot, at now: Date, isFull: Bool,
        listsPlaces: Bool = true
    ) {
        let (codes, sentences) = (snapshot.registry.codeLists, snapshot.sentences)
        searchedAt = Timestamp.preciseText(now)
        (dataVersion, rankingVersion) = (snapshot.dataVersion, Matcher.rankingVersion)
        banners = result.banners.map { BannerBody(code: $0.rawValue, text: $0.text, phone: $0.phone) }
        responsibility = ResponsibilityBody(result.responsibility)
        sections = (listsPlaces ? result.sections : []).map { ranked in
            SectionBody(
                section: ranked.section.rawValue, label: codes.label(ranked.section), total: ranked.total,
                placements: zip([nil] + ranked.placements, ranked.placements).map { upper, placement in
                    PlacementBody(
                        placement, below: upper, profile: profile, sentences: sentences, scarcity: result.scarcity)
                })
        }
        if isFull {
            excluded =
                !listsPlaces ? nil : result.excluded.map { ExcludedBody($0, profile: profile, sentences: sentences) }
        } else {
            excludedSummary = result.excludedSummary.map {
                ExcludedCount(code: $0.exclusion.code, services: $0.services)
            }
        }
        blockers = result.blockers.map { blocker in
            BlockerBody(
                codes: blocker.exclusions.map(\.code), services: blocker.services, freePlaces: blocker.freePlaces,
                text: sentences.text(of: blocker, for: profile))
        }
        contacts = result.contacts.map(ContactBody.init)
        emergencyContacts = Contact.alwaysThere.map(ContactBody.init)
        advice = "Deze lijst is een advies. U beslist samen met de persoon."
    }
}

extension SearchBody.ResponsibilityBody {
    fileprivate init(_ responsibility: Responsibility) {
        self.init(
            municipality: responsibility.municipality?.rawValue, basis: responsibility.basis.rawValue,
            law: responsibility.law?.rawValue, centreMunicipality: responsibility.centreMunicipality,
            riskScreeningRegion: responsibility.riskScreeningRegion, text: responsibility.text)
    }
}

extension SearchBody.ExcludedBody {
    fileprivate init(_ assessment: Assessment, profile: Profile, sentences: Sentences) {
        let service = assessment.place.service
        (serviceId, serviceName) = (service.id.rawValue, service.name)
        organizationName = service.organizationName
        reasons = assessment.exclusions.map { exclusion in
            CodeText(
                code: exclusion.code, text: sentences.text(of: exclusion, at: assessment.place, for: profile))
        }
    }
}

extension PlacementBody {
    fileprivate init(
        _ placement: Placement, below upper: Placement?, profile: Profile, sentences: Sentences, scarcity: Scarcity?
    ) {
        let service = placement.service
        let note = upper.map { sentences.whyLower(placement, than: $0, scarcity: scarcity) }
        let reasons = sentences.reasons(for: placement, profile: profile).map { reason in
            ReasonBody(key: reason.key.rawValue, text: reason.text)
        }
        let conditions = placement.assessment.conditions.map { condition in
            CodeText(code: condition.code, text: sentences.text(of: condition, at: service))
        }
        let questions = placement.assessment.questions.map { question in
            CodeText(code: question.code, text: sentences.text(of: question, at: service))
        }
        let notes = sentences.notes(for: service, profile: profile).map { CodeText(code: $0.code, text: $0.text) }
        self.init(
            rank: placement.rank, serviceId: service.id.rawValue, serviceName: service.name,
            organizationId: service.organization.rawValue, organizationName: service.organizationName,
            example: service.isExample, shelterKind: service.shelterKind?.rawValue,
            province: service.site.province.rawValue, reach: service.reach?.rawValue,
            securityLevel: service.effectiveSecurity.rawValue, restriction: service.effectiveRestriction.rawValue,
            capacity: CapacityPart(placement.assessment), reasons: reasons, conditions: conditions, ask: questions,
            below: note.map { ReasonBody(key: $0.key, text: $0.text) }, notes: notes,
            referral: service.referral.map(ReferralBody.init),
            scarcity: scarcity.map { ScarcityPart($0.others(needing: service.id), sentences: sentences) })
    }
}

extension PlacementBody.ScarcityPart {
    init(_ others: [ReferenceProfile], sentences: Sentences) {
        self.init(
            profiles: others.count, labels: others.map(\.label.dutch),
            text: sentences.text(ofOthersNeeding: others.count))
    }
}

extension PlacementBody.CapacityPart {
    init(_ assessment: Assessment) {
        let capacity = assessment.place.capacity
        let beds = Beds(
            total: capacity?.total, free: capacity?.free, held: capacity?.held ?? 0,
            confirmedAt: capacity?.confirmedAt.map(Timestamp.text), expectedFreeOn: capacity?.expectedFreeOn?.text)
        self.init(
            beds: assessment.place.service.isAmbulatory ? nil : beds,
            freshness: assessment.availability.freshness.rawValue,
            waitingDays: assessment.availability.daysUntilFree)
    }
}
