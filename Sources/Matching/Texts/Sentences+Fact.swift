package import Domain
import Foundation

/// What stands between a person and places, in the words of the profile.
package struct Obstacle: Hashable, Sendable {
    /// A noun or what stands for one, without capital, to go between quotes.
    package let words: String
    /// Whether it is not there and would have to be: `met`, where otherwise one says `zonder`.
    package let isMissing: Bool

    static func there(_ words: String) -> Obstacle { Obstacle(words: words, isMissing: false) }
    static func missing(_ words: String) -> Obstacle { Obstacle(words: words, isMissing: true) }
}

extension Sentences {
    /// What a reason comes down to for the person, whichever place it is.
    package func obstacle(of exclusion: Exclusion, for profile: Profile) -> Obstacle {
        switch exclusion {
        case .age: .there("leeftijd")
        case .gender: .there("gender")
        case .household: .there(words(for: profile.household))
        case .sonsAge: .there("leeftijd van zonen")
        case .capacityTooSmall: .there("aantal personen")
        case .residence: .there("verblijfsstatus")
        case .formNotServed: .there("vorm van uitbuiting")
        case .notTargetGroup: .there("eigen doelgroep van de plek")
        case .contraIndication(let circumstance): .there(inline(circumstance))
        case .pet: .there("huisdier")
        case .accessibility: .there("rolstoel")
        case .securityInsufficient: .there("dreiging \(inline(profile.threat))")
        case .dangerRegion: .there("gevaargebied")
        case .closedNeedsCourtOrder: .missing("machtiging van de rechter")
        case .outOfArea: .there("regio waar iemand nu is")
        case .wishMustNot: .there("wat iemand niet wil")
        case .noSafeHome: .missing("veilige eigen plek")
        case .phase: .there("vervolgplek")
        case .paused: .there("tijdelijk dicht")
        }
    }

    /// What one fact of the profile comes down to at `service`.
    package func obstacle(of fact: ProfileFact, for profile: Profile, at service: Service) -> Obstacle {
        switch fact {
        case .dangerArea(let area): .there("gevaargebied \(name(of: area))")
        case .threat: obstacle(of: .securityInsufficient, for: profile)
        case .courtAuthorisation: obstacle(of: .closedNeedsCourtOrder, for: profile)
        case .age: obstacle(of: .age, for: profile)
        case .gender: obstacle(of: .gender, for: profile)
        case .persons: obstacle(of: .capacityTooSmall, for: profile)
        case .household: obstacle(of: .household, for: profile)
        case .children:
            profile.children.map { $0.count == 1 } ?? false
                ? .there("kind dat meekomt") : .there("kinderen die meekomen")
        case .residence: obstacle(of: .residence, for: profile)
        case .exploitationForms: obstacle(of: .formNotServed, for: profile)
        case .circumstance(let circumstance): obstacle(of: .contraIndication(circumstance), for: profile)
        case .targetGroup: target(of: service)
        case .wheelchair: obstacle(of: .accessibility, for: profile)
        case .pet: obstacle(of: .pet, for: profile)
        case .location: obstacle(of: .outOfArea, for: profile)
        case .housing: obstacle(of: .noSafeHome, for: profile)
        case .onwardPlace: obstacle(of: .phase, for: profile)
        case .mustNot(let wish): .there("wens: \(refusal(of: wish))")
        }
    }

    /// `zonder ‘rolstoel’, ‘huisdier’ en met ‘veilige eigen plek’`.
    func between(_ obstacles: [Obstacle]) -> String {
        let there = obstacles.filter { !$0.isMissing }.map { "‘\($0.words)’" }
        let missing = obstacles.filter(\.isMissing).map { "‘\($0.words)’" }
        let parts = [there.isEmpty ? nil : "zonder \(joined(there))", missing.isEmpty ? nil : "met \(joined(missing))"]
        return parts.compactMap { $0 }.joined(separator: " en ")
    }

    private func words(for household: Household?) -> String {
        switch household {
        case .single?, nil: "huishouden"
        case .withChildren?: "kinderen die meekomen"
        case .couple?: "stel"
        case .family?: "gezin"
        case .group?: "groep"
        }
    }

    private func target(of service: Service) -> Obstacle {
        let targets = service.admission.onlyFor
        guard let only = targets.first, targets.count == 1 else { return .missing("doelgroep van deze plek") }
        return .missing("doelgroep: \(inline(only))")
    }

    private func refusal(of wish: Wish) -> String {
        switch wish {
        case .province(let province): "niet in \(name(of: .province(province)))"
        case .shelterKind(let kind): "niet \(inline(kind))"
        case .restriction(let restriction): "niet \(inline(restriction))"
        case .securityLevel(let level): "niet \(inline(level))"
        case .service: "niet deze plek"
        }
    }

    private func name(of area: Area) -> String {
        switch area {
        case .province(let province): map.province(province)?.name ?? province.rawValue
        case .municipality(let municipality): map.municipality(municipality)?.name ?? municipality.rawValue
        }
    }
}
