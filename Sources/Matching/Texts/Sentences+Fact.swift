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
        case .age: .there(say("leeftijd", "age"))
        case .gender: .there("gender")
        case .household: .there(words(for: profile.household))
        case .sonsAge: .there(say("leeftijd van zonen", "age of sons"))
        case .capacityTooSmall: .there(say("aantal personen", "number of people"))
        case .residence: .there(say("verblijfsstatus", "residence status"))
        case .formNotServed: .there(say("vorm van uitbuiting", "form of exploitation"))
        case .notTargetGroup: .there(say("eigen doelgroep van de plek", "the place’s own target group"))
        case .contraIndication(let circumstance): .there(inline(circumstance))
        case .pet: .there(say("huisdier", "pet"))
        case .accessibility: .there(say("rolstoel", "wheelchair"))
        case .securityInsufficient:
            .there(say("dreiging \(inline(profile.threat))", "\(inline(profile.threat)) threat"))
        case .dangerRegion: .there(say("gevaargebied", "danger area"))
        case .closedNeedsCourtOrder: .missing(say("machtiging van de rechter", "court authorisation"))
        case .outOfArea: .there(say("regio waar iemand nu is", "region where the person is now"))
        case .wishMustNot: .there(say("wat iemand niet wil", "what the person does not want"))
        case .noSafeHome: .missing(say("veilige eigen plek", "safe place of their own"))
        case .phase: .there(say("vervolgplek", "follow-up place"))
        case .paused: .there(say("tijdelijk dicht", "closed for now"))
        }
    }

    /// What one fact of the profile comes down to at `service`.
    package func obstacle(of fact: ProfileFact, for profile: Profile, at service: Service) -> Obstacle {
        switch fact {
        case .dangerArea(let area): .there(say("gevaargebied \(name(of: area))", "danger area \(name(of: area))"))
        case .threat: obstacle(of: .securityInsufficient, for: profile)
        case .courtAuthorisation: obstacle(of: .closedNeedsCourtOrder, for: profile)
        case .age: obstacle(of: .age, for: profile)
        case .gender: obstacle(of: .gender, for: profile)
        case .persons: obstacle(of: .capacityTooSmall, for: profile)
        case .household: obstacle(of: .household, for: profile)
        case .children:
            profile.children.map { $0.count == 1 } ?? false
                ? .there(say("kind dat meekomt", "child who comes along"))
                : .there(say("kinderen die meekomen", "children who come along"))
        case .residence: obstacle(of: .residence, for: profile)
        case .exploitationForms: obstacle(of: .formNotServed, for: profile)
        case .circumstance(let circumstance): obstacle(of: .contraIndication(circumstance), for: profile)
        case .targetGroup: target(of: service)
        case .wheelchair: obstacle(of: .accessibility, for: profile)
        case .pet: obstacle(of: .pet, for: profile)
        case .location: obstacle(of: .outOfArea, for: profile)
        case .housing: obstacle(of: .noSafeHome, for: profile)
        case .onwardPlace: obstacle(of: .phase, for: profile)
        case .mustNot(let wish): .there(say("wens: \(refusal(of: wish))", "wish: \(refusal(of: wish))"))
        }
    }

    /// `zonder ‘rolstoel’, ‘huisdier’ en met ‘veilige eigen plek’`.
    func between(_ obstacles: [Obstacle]) -> String {
        let there = obstacles.filter { !$0.isMissing }.map { "‘\($0.words)’" }
        let missing = obstacles.filter(\.isMissing).map { "‘\($0.words)’" }
        let without = there.isEmpty ? nil : say("zonder \(joined(there))", "without \(joined(there))")
        let with = missing.isEmpty ? nil : say("met \(joined(missing))", "with \(joined(missing))")
        return [without, with].compactMap { $0 }.joined(separator: say(" en ", " and "))
    }

    private func words(for household: Household?) -> String {
        switch household {
        case .single?, nil: say("huishouden", "household")
        case .withChildren?: say("kinderen die meekomen", "children who come along")
        case .couple?: say("stel", "couple")
        case .family?: say("gezin", "family")
        case .group?: say("groep", "group")
        }
    }

    private func target(of service: Service) -> Obstacle {
        let targets = service.admission.onlyFor
        guard let only = targets.first, targets.count == 1 else {
            return .missing(say("doelgroep van deze plek", "the target group of this place"))
        }
        return .missing(say("doelgroep: \(inline(only))", "target group: \(inline(only))"))
    }

    private func refusal(of wish: Wish) -> String {
        switch wish {
        case .province(let province):
            say("niet in \(name(of: .province(province)))", "not in \(name(of: .province(province)))")
        case .shelterKind(let kind): say("niet \(inline(kind))", "not \(inline(kind))")
        case .restriction(let restriction): say("niet \(inline(restriction))", "not \(inline(restriction))")
        case .securityLevel(let level): say("niet \(inline(level))", "not \(inline(level))")
        case .service: say("niet deze plek", "not this place")
        }
    }
}
