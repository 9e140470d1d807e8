package import Domain
package import Foundation

/// What all rules together say of one place for one person. A reference, so that sorting moves little.
package final class Assessment: Sendable {
    package let place: Place
    package let exclusions: [Exclusion]
    package let conditions: [Condition]
    package let questions: [Question]
    package let availability: Availability

    package init(of place: Place, for profile: Profile, on map: Geography, at now: Date) {
        var (exclusions, conditions, questions): ([Exclusion], [Condition], [Question]) = ([], [], [])
        for rule in RuleBook.rules {
            for finding in rule.evaluate(profile, for: place, on: map) {
                switch finding {
                case .excluded(let exclusion): exclusions.append(exclusion)
                case .condition(let condition): conditions.append(condition)
                case .ask(let question): questions.append(question)
                }
            }
        }
        self.place = place
        (self.exclusions, self.conditions, self.questions) = (exclusions, conditions, questions)
        availability = Availability(of: place, for: profile, at: now)
    }
}
