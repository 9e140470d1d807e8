import Domain
import Foundation
import Ledger
import Matching
import Registry

extension Snapshot {
    func explanation(of question: PlacementQuestion, at now: Date) -> ExplanationBody {
        let explainer = Explainer(snapshot: self, profile: question.profile, now: now)
        return ExplanationBody(
            searchedAt: Timestamp.preciseText(now), dataVersion: dataVersion, rankingVersion: Matcher.rankingVersion,
            service: explainer.standing(of: question.service),
            comparedWith: question.other.map(explainer.standing),
            comparison: question.other.flatMap { explainer.comparison(of: question.service, with: $0) })
    }
}

/// Explains places for one profile from one search.
private struct Explainer {
    private let snapshot: Snapshot
    private let profile: Profile
    private let now: Date
    private let placements: [ServiceID: Placement]

    private var sentences: Sentences { snapshot.sentences }

    init(snapshot: Snapshot, profile: Profile, now: Date) {
        (self.snapshot, self.profile, self.now) = (snapshot, profile, now)
        placements = Dictionary(
            snapshot.result(for: profile, at: now, limit: nil).placements.map { ($0.service.id, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    func standing(of service: Service) -> ExplanationBody.Standing {
        if let placement = placements[service.id] {
            let label = snapshot.registry.codeLists.label(placement.section)
            return ExplanationBody.Standing(
                serviceId: service.id.rawValue, serviceName: service.name, organizationName: service.organizationName,
                section: placement.section.rawValue, label: label, rank: placement.rank, exclusions: [], change: nil,
                text: "Deze plek staat op nummer \(placement.rank), in de groep ‘\(label)’.")
        }
        let place = Place(service: service, capacity: snapshot.state.capacity(of: service.id)?.capacity)
        let change = change(at: place)
        return ExplanationBody.Standing(
            serviceId: service.id.rawValue, serviceName: service.name, organizationName: service.organizationName,
            section: nil, label: nil, rank: nil, exclusions: exclusions(at: place),
            change: ExplanationBody.Change(
                facts: change.facts.map { fact($0, at: service) },
                ownReasons: change.ownReasons.map { CodeText(code: $0.rawValue, text: sentences.text(of: $0)) }),
            text: sentences.text(of: change, for: profile, at: service))
    }

    /// An organisation that ended has no places any more, whatever its services say.
    private func change(at place: Place) -> WhatWouldChange {
        guard snapshot.registry.isCurrent(place.service) else { return .ended }
        return WhatWouldChange(for: profile, at: place, on: snapshot.registry.geography, now: now) ?? .ended
    }

    private func exclusions(at place: Place) -> [CodeText] {
        guard snapshot.registry.isCurrent(place.service), Place.takesPart(place.service) else { return [] }
        let assessment = Assessment(of: place, for: profile, on: snapshot.registry.geography, at: now)
        return assessment.exclusions.map { exclusion in
            CodeText(code: exclusion.code, text: sentences.text(of: exclusion, at: place, for: profile))
        }
    }

    private func fact(_ fact: ProfileFact, at service: Service) -> ExplanationBody.Fact {
        ExplanationBody.Fact(
            field: fact.field, value: fact.value, missing: fact.isMissing,
            text: sentences.obstacle(of: fact, for: profile, at: service).words)
    }

    func comparison(of one: Service, with other: Service) -> ExplanationBody.Comparison? {
        guard let one = placements[one.id], let other = placements[other.id] else { return nil }
        let (higher, lower) = one.rank < other.rank ? (one, other) : (other, one)
        let note = sentences.whyLower(lower, than: higher)
        return ExplanationBody.Comparison(
            higher: higher.service.id.rawValue, lower: lower.service.id.rawValue, key: note.key, text: note.text)
    }
}
