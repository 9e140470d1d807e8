import Domain
import Foundation
import JSONText
import Matching
import Registry

/// Several people to place at once.
struct PeopleGroup: Sendable {
    let people: [Profile]
    let group: JointGroup

    /// The most people one question may be about.
    static let mostPeople = 100
}

/// Reads a group from JSON (contract section 5): all faults at once, each with its pointer.
struct GroupReader {
    let registry: Registry

    /// Indices of people that stand in one set, and where.
    private struct IndexSet {
        let reader: JSONReader
        let people: [Int]
    }

    /// The group, or `nil` with at least one fault left in the reader's list.
    func read(_ reader: JSONReader) -> PeopleGroup? {
        guard let object = reader.object(["people", "together", "apart"]) else { return nil }
        let profiles = object.required("people").flatMap(people)
        let count = profiles?.count ?? PeopleGroup.mostPeople
        let together = object.elements("together") { set($0, of: count) }
        let apart = object.elements("apart") { set($0, of: count) }
        check(apart, against: together, count: count)
        guard let profiles, reader.faults.all.isEmpty else { return nil }
        let people = profiles.compactMap { $0 }
        guard people.count == count else { return nil }
        return PeopleGroup(
            people: people,
            group: JointGroup(people: count, together: together.map(\.people), apart: apart.map(\.people)))
    }

    /// One for each person; `nil` in place of one with a fault, so that the others keep their numbers.
    private func people(_ reader: JSONReader) -> [Profile?]? {
        guard case .array(let nodes) = reader.node.value else {
            reader.fault(.wrongType(expected: .array))
            return nil
        }
        guard (1...PeopleGroup.mostPeople).contains(nodes.count) else {
            reader.fault(.rule(nodes.isEmpty ? GroupRule.nobody : GroupRule.tooManyPeople))
            return nil
        }
        let profileReader = ProfileReader(registry: registry)
        return nodes.enumerated().map { index, node in
            profileReader.read(JSONReader(node, at: reader.pointer.appending(index), faults: reader.faults))
        }
    }

    private func set(_ reader: JSONReader, of count: Int) -> IndexSet? {
        var known: Set<Int> = []
        var isTold = false
        let read = reader.elements { element -> Int? in
            guard let person = element.integer(in: 0...count - 1) else {
                isTold = true
                return nil
            }
            guard known.insert(person).inserted else {
                element.fault(.rule(GroupRule.personTwice))
                isTold = true
                return nil
            }
            return person
        }
        guard let people = read else { return nil }
        if people.count < 2, !isTold { reader.fault(.rule(GroupRule.setOfOne)) }
        return IndexSet(reader: reader, people: people)
    }

    /// Who stays together, also by way of others, cannot be apart.
    private func check(_ apart: [IndexSet], against together: [IndexSet], count: Int) {
        let leaders = JointGroup.leaders(people: count, together: together.map(\.people))
        for set in apart {
            let distinct = Set(set.people.map { leaders[$0] })
            if distinct.count < set.people.count { set.reader.fault(.rule(GroupRule.togetherAndApart)) }
        }
    }
}

/// Groups that cannot be.
enum GroupRule: InputRule {
    case nobody
    case tooManyPeople
    case setOfOne
    case personTwice
    case togetherAndApart

    var code: String {
        switch self {
        case .nobody: "nobody"
        case .tooManyPeople: "too_many_people"
        case .setOfOne: "set_of_one"
        case .personTwice: "person_twice"
        case .togetherAndApart: "together_and_apart"
        }
    }

    var sentence: String {
        switch self {
        case .nobody: "Geef ten minste één persoon."
        case .tooManyPeople: "Geef hoogstens \(PeopleGroup.mostPeople) personen tegelijk."
        case .setOfOne: "Noem hier ten minste twee verschillende personen."
        case .personTwice: "Deze persoon staat hier al."
        case .togetherAndApart: "Deze personen blijven samen. Ze kunnen niet ook apart."
        }
    }
}
