import Domain
import Foundation
import Matching

/// A kind of group to place, from easy to made to be hard.
struct JointSample {
    let name: String
    /// Of a hundred people: who are the same as the one before.
    var same = 0
    var families = 30
    var together = 10
    var apart = 20
    /// Of a hundred services: where anything is free.
    var open = 60
    var mostFree = 4

    static let all = [
        JointSample(name: "all sorts of people"),
        JointSample(name: "singles only", families: 0, together: 0, apart: 0),
        JointSample(name: "a few sorts, many alike", same: 85),
        JointSample(name: "many families", families: 80, together: 30),
        JointSample(name: "many apart", together: 0, apart: 300),
        JointSample(name: "hardly any room", open: 2, mostFree: 2),
        JointSample(name: "hardly any room, many alike", same: 85, families: 60, open: 2),
        JointSample(name: "all alike but for their number", same: 100, families: 50, open: 5),
    ]

    static let now = Date(timeIntervalSince1970: 1_795_167_000)

    /// Draws services, people and who belongs to whom; the same seed draws the same.
    struct Draw: RandomNumberGenerator {
        private var random: SampleRandom

        init(seed: UInt64) { random = SampleRandom(seed: seed) }

        mutating func next() -> UInt64 { random.next() }

        private mutating func chance(_ percent: Int) -> Bool { random.chance(percent) }

        private mutating func one<Value>(of values: [Value]) -> Value { random.one(of: values) }

        mutating func places(_ count: Int, _ kind: JointSample) -> [Place] {
            (0..<count).compactMap { index in
                guard let id = ServiceID(rawValue: "plek-\(index)"), let owner = OrganizationID(rawValue: "huis") else {
                    return nil
                }
                let shelter: ShelterKind = one(of: [.crisisShelter, .womensShelter, .mensShelter, .familyShelter, .omp])
                let genders: [[Gender]?] = [nil, [.female], [.female], [.male], [.female, .male, .nonBinary]]
                let free = chance(kind.open) ? Int.random(in: 1...kind.mostFree, using: &self) : 0
                let capacity = Capacity(
                    unit: chance(25) ? .unit : .bed, total: 8, free: free,
                    confirmedAt: JointSample.now.addingTimeInterval(
                        -3_600 * Double(Int.random(in: 0...20, using: &self))))
                return Place(
                    service: Service(
                        id: id, organization: owner, organizationName: "Huis", name: "Kamers", shelterKind: shelter,
                        site: Site(province: one(of: ProvinceCode.allCases)),
                        securityLevel: one(of: [.openVisible, .sheltered, .secret]),
                        restriction: one(of: [.open, .open, .semiOpen]),
                        admission: Admission(
                            genders: one(of: genders), minimumAge: .years(one(of: [0, 16, 18])), maximumAge: .unlimited),
                        expertiseLevel: one(of: ExpertiseLevel.allCases)), capacity: capacity)
            }
        }

        mutating func profiles(_ count: Int, _ kind: JointSample) -> [Profile] {
            var profiles: [Profile] = []
            for _ in 0..<count {
                if let last = profiles.last, kind.same < 100, chance(kind.same) {
                    profiles.append(last)
                    continue
                }
                var profile = Profile(age: 30, gender: .female, urgency: .now, threat: .green)
                if kind.same < 100 {
                    profile.age = Int.random(in: 16...60, using: &self)
                    profile.gender = one(of: [.female, .female, .male])
                    profile.threat = one(of: ThreatLevel.allCases)
                    profile.currentProvince = one(of: ProvinceCode.allCases)
                    if chance(50) { profile.dangerAreas = [.province(one(of: ProvinceCode.allCases))] }
                }
                if chance(kind.families) {
                    (profile.household, profile.persons) = (.withChildren, Int.random(in: 2...5, using: &self))
                }
                profiles.append(profile)
            }
            return profiles
        }

        mutating func group(of count: Int, _ kind: JointSample) -> JointGroup {
            let together = pairs(count, kind.together)
            let leaders = JointGroup.leaders(people: count, together: together)
            let apart = pairs(count, kind.apart).filter { leaders[$0[0]] != leaders[$0[1]] }
            return JointGroup(people: count, together: together, apart: apart)
        }

        /// `percent` pairs for a hundred people.
        private mutating func pairs(_ count: Int, _ percent: Int) -> [[Int]] {
            (0..<count * percent / 100).map { _ in
                let one = Int.random(in: 0..<count, using: &self)
                return [one, (one + Int.random(in: 1..<count, using: &self)) % count]
            }
        }
    }
}
