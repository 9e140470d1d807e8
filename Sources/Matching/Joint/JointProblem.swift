import Foundation

/// Who could go where, without what it is about: parties that stay whole, services with so many free, and parties that
/// may not be in one service.
package struct JointProblem: Sendable {
    package var parties: [Party]
    /// Free now, for each service.
    package var free: [Int]
    /// Pairs of parties that go to different services, each with the smaller index first.
    package var apart: [(Int, Int)]

    /// People who go together.
    package struct Party: Hashable, Sendable {
        /// How many are placed when the party is.
        package let people: Int
        package var options: [Option]

        package init(people: Int, options: [Option]) { (self.people, self.options) = (people, options) }
    }

    /// One service that can take a party.
    package struct Option: Hashable, Sendable {
        package let service: Int
        /// How many of the free places it takes; at least 1.
        package let need: Int
        /// Less is better; not negative.
        package let cost: Int

        package init(service: Int, need: Int, cost: Int) {
            (self.service, self.need, self.cost) = (service, need, cost)
        }
    }

    package init(parties: [Party], free: [Int], apart: [(Int, Int)] = []) {
        (self.parties, self.free, self.apart) = (parties, free, apart)
    }
}

/// A joint placement: most people first, then the least cost.
package struct JointSolution: Sendable {
    /// The option of each party; `nil` for who is left.
    package var options: [JointProblem.Option?]
    /// Whether nothing better exists, proven.
    package var isOptimal: Bool

    package init(options: [JointProblem.Option?], isOptimal: Bool) {
        (self.options, self.isOptimal) = (options, isOptimal)
    }
}
