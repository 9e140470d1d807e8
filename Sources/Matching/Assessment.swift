package import Domain
package import Foundation

/// What all rules together say of one place for one person.
package struct Assessment: Sendable {
    package let place: Place
    package let exclusions: CodeSet<Exclusion>
    package let conditions: CodeSet<Condition>
    /// Of an excluded place they need not be complete.
    package let questions: CodeSet<Question>
    package let availability: Availability

    package init(
        of place: Place, exclusions: CodeSet<Exclusion>, conditions: CodeSet<Condition>,
        questions: CodeSet<Question>, availability: Availability
    ) {
        (self.place, self.availability) = (place, availability)
        (self.exclusions, self.conditions, self.questions) = (exclusions, conditions, questions)
    }
}

extension Assessment {
    /// Why not, one by one, in their order.
    package var exclusionList: [Exclusion] { Array(exclusions) }

    /// What is to be talked over, one by one, in its order.
    package var conditionList: [Condition] { conditions.isEmpty ? [] : Array(conditions) }

    /// By the rules themselves, one after the other: the readable form, which ``ServiceTable`` is made from and
    /// tested against.
    package init(of place: Place, for profile: Profile, on map: Geography, at now: Date) {
        var exclusions: CodeSet<Exclusion> = []
        var conditions: CodeSet<Condition> = []
        var questions: CodeSet<Question> = []
        for rule in RuleBook.rules {
            for finding in rule.evaluate(profile, for: place, on: map) {
                switch finding {
                case .excluded(let exclusion): exclusions.insert(exclusion)
                case .condition(let condition): conditions.insert(condition)
                case .ask(let question): questions.insert(question)
                }
            }
        }
        self.init(
            of: place, exclusions: exclusions, conditions: conditions, questions: questions,
            availability: Availability(of: place, for: profile, at: now))
    }
}
