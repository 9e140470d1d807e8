import Domain
import Foundation
import Matching
import Registry

/// Joint placement: forty people over two thousand services, from profiles to assignments, and how often the answer is
/// proven. Kinds of groups from easy to made to be hard.
struct JointBenchmark {
    private static let groups = 20
    private static let people = 40
    private static let services = 2_000

    let registry: Registry

    func run() {
        Figures.title("Joint placement of \(Self.people) people over \(Self.services) services, searches included")
        for kind in JointSample.all {
            var (times, proven, placed) = ([Double](), 0, 0)
            for seed in 0..<UInt64(Self.groups) {
                var sample = JointSample.Draw(seed: seed)
                let places = sample.places(Self.services, kind)
                let form = FastForm(places, map: registry.geography, coordination: registry.coordination)
                let profiles = sample.profiles(Self.people, kind)
                let group = sample.group(of: Self.people, kind)
                times.append(
                    Timing.seconds {
                        let placement = place(profiles, among: form, in: group)
                        if placement.isOptimal { proven += 1 }
                        placed += placement.assignments.count
                    })
            }
            let slowest = Figures.text((times.max() ?? 0) * 1e3)
            Figures.line(
                kind.name, Timing(times).median * 1e3, "ms", below: 2_000,
                note: "\(proven) of \(Self.groups) proven, \(placed / Self.groups) placed, slowest \(slowest) ms")
        }
    }

    private func place(_ profiles: [Profile], among form: FastForm, in group: JointGroup) -> JointPlacement {
        let start = ContinuousClock.now
        let options = profiles.map { profile in
            let result = form.finder.search(profile, counts: form.counts, at: JointSample.now, limit: .max)
            return PersonOptions(result, for: profile)
        }
        let limit = JointLimit { ContinuousClock.now - start > .milliseconds(1_500) }
        return JointPlacement(of: options, in: group, within: limit)
    }
}
