import Domain
import Foundation
import Matching
import Registry

/// Every archetype in every municipality: what a coverage matrix asks of the matcher.
struct MatrixBenchmark {
    private static let services = 2_000
    private static let mostRuns = 7
    /// No further run after so many seconds.
    private static let patience = 10.0

    private let matcher: Matcher
    private let municipalities: [MunicipalityCode]
    private let places: [Place]
    private let profiles: [Profile]
    private let now = SampleRegistry.wholeSecond(Date())

    init(registry: Registry) throws {
        matcher = Matcher(map: registry.geography, coordination: registry.coordination)
        municipalities = registry.geography.municipalities.map(\.code)
        let sample = try SampleRegistry(like: registry, services: Self.services, now: now)
        var variation = ProfileVariation(
            map: registry.geography, services: sample.services, random: SampleRandom(seed: 30))
        (places, profiles) = (sample.places, (0..<30).map { variation.sample($0).profile })
    }

    func run() throws {
        let size = "\(profiles.count) × \(municipalities.count) × \(places.count)"
        Figures.title("Coverage: \(size) profiles, municipalities and services")
        var times: [Double] = []
        while times.count < Self.mostRuns, times.reduce(0, +) < Self.patience {
            times.append(Timing.seconds { keep(matrix()) })
        }
        let timing = Timing(times)
        let pairs = Double(profiles.count * municipalities.count * places.count)
        Figures.line(
            "the whole matrix", timing.median * 1e3, "ms", below: 500,
            note: "\(Figures.text(timing.median * 1e9 / pairs)) ns for a service in a cell")
    }

    /// How many places there are for each profile in each municipality.
    private func matrix() -> [Int] {
        profiles.flatMap { profile in
            municipalities.map { municipality in
                var there = profile
                (there.currentMunicipality, there.currentProvince) = (municipality, nil)
                return matcher.search(there, among: places, at: now).placements.count
            }
        }
    }
}
