import Domain
import Foundation
import Matching
import Registry

/// The matcher alone: from profile to ranked result, nothing written out.
struct MatcherBenchmark {
    private static let runs = 101
    private static let searches = 10

    private let matcher: Matcher
    private let fast: FastForm
    private let places: [Place]
    private let now = Date()

    init(registry: Registry) {
        matcher = Matcher(map: registry.geography, coordination: registry.coordination)
        let services = registry.services.filter(registry.isCurrent)
        places = services.map { Place(service: $0, capacity: $0.startingCapacity) }
        fast = FastForm(services, map: registry.geography, coordination: registry.coordination)
    }

    func run() {
        Figures.title("The first 20 of \(places.count) current services, computing only")
        for sample in SampleProfile.all {
            let times = times(sample.profile)
            let perService = Figures.text(times.fast.median * 1e9 / Double(places.count))
            let readable = Figures.text(times.readable.median / times.fast.median)
            Figures.line(
                sample.name, times.fast.median * 1e6, "µs", below: 1_000,
                note: "\(perService) ns for each service; rule by rule \(readable) times as long")
        }
        let profile = SampleProfile.readme.profile
        // Measured one right after the other, so that the ratio says more than the two figures.
        let plain = Timing(runs: Self.runs, of: 100) { for _ in 0..<100 { keep(plainLoop(profile)) } }
        Figures.line("a loop that checks only age and gender", plain.median * 1e6, "µs")
        Figures.line("the README's search, in such loops", times(profile).fast.median / plain.median, "times")
    }

    /// Both forms in turn.
    private func times(_ profile: Profile) -> (fast: Timing, readable: Timing) {
        var (fast, readable) = ([Double](), [Double]())
        for _ in 0...Self.runs {
            fast.append(Timing.seconds { for _ in 0..<Self.searches { keep(self.fast.search(profile, at: now)) } })
            readable.append(Timing.seconds { keep(matcher.search(profile, among: places, at: now)) })
        }
        // The first of each warms up.
        return (
            Timing(fast.dropFirst().map { $0 / Double(Self.searches) }), Timing(Array(readable.dropFirst()))
        )
    }

    /// The least that any search has to do: look at every service, and drop who cannot come.
    private func plainLoop(_ profile: Profile) -> [ServiceID] {
        places.compactMap { place in
            let admission = place.service.admission
            if let minimum = admission.minimumAge.years, profile.age < minimum { return nil }
            if let maximum = admission.maximumAge.years, profile.age > maximum { return nil }
            if let genders = admission.genders, !genders.contains(profile.gender) { return nil }
            return place.service.id
        }
    }
}
