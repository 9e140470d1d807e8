import Domain
import Foundation
import Matching
import Registry

/// Every archetype in every municipality: what a coverage matrix asks of the matcher.
struct MatrixBenchmark {
    private static let services = 2_000
    private static let mostRuns = 21
    /// No further run after so many seconds.
    private static let patience = 10.0

    private let form: FastForm
    private let municipalities: [MunicipalityCode]
    private let profiles: [Profile]
    private let now = SampleRegistry.wholeSecond(Date())

    init(registry: Registry) throws {
        let sample = try SampleRegistry(like: registry, services: Self.services, now: now)
        form = FastForm(sample.services, map: registry.geography, coordination: registry.coordination)
        municipalities = registry.geography.municipalities.map(\.code)
        profiles = registry.referenceProfiles.prefix(30).map(\.profile)
    }

    func run() throws {
        let size = "\(profiles.count) × \(municipalities.count) × \(Self.services)"
        Figures.title("Coverage: \(size) profiles, municipalities and services")
        var times: [Double] = []
        while times.count < Self.mostRuns, times.reduce(0, +) < Self.patience {
            times.append(Timing.seconds { keep(matrix()) })
        }
        let timing = Timing(times)
        let pairs = Double(profiles.count * municipalities.count * Self.services)
        Figures.line(
            "the whole matrix", timing.median * 1e3, "ms", below: 500,
            note: "\(Figures.text(timing.median * 1e9 / pairs)) ns for a service in a cell")
    }

    /// What each profile finds from each municipality.
    private func matrix() -> [[SectionTally]] {
        profiles.map { form.finder.tallies(of: $0, from: municipalities, counts: form.counts, at: now) }
    }
}
