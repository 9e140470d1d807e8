import Domain
import Foundation
import Matching
import Registry

/// The matcher alone: from profile to ranked result, nothing written out.
struct MatcherBenchmark {
    private static let runs = 101
    private static let searches = 10

    private let matcher: Matcher
    private let places: [Place]
    private let now = Date()

    init(registry: Registry) {
        matcher = Matcher(map: registry.geography, coordination: registry.coordination)
        places = registry.services.filter(registry.isCurrent).map { service in
            Place(service: service, capacity: service.startingCapacity)
        }
    }

    func run() {
        Figures.title("One search over \(places.count) current services, computing only")
        for sample in SampleProfile.all {
            let timing = time(sample.profile)
            let perService = Figures.text(timing.median * 1e9 / Double(places.count))
            Figures.line(
                sample.name, timing.median * 1e6, "µs", below: 1_000, note: "\(perService) ns for each service")
        }
        let profile = SampleProfile.readme.profile
        // Measured one right after the other, so that the ratio says more than the two figures.
        let plain = Timing(runs: Self.runs, of: 100) { for _ in 0..<100 { keep(plainLoop(profile)) } }
        Figures.line("a loop that checks only age and gender", plain.median * 1e6, "µs")
        Figures.line("the README's search, in such loops", time(profile).median / plain.median, "times")
    }

    private func time(_ profile: Profile) -> Timing {
        Timing(runs: Self.runs, of: Self.searches) {
            for _ in 0..<Self.searches { keep(matcher.search(profile, among: places, at: now)) }
        }
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
