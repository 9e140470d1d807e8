import Domain
import Foundation
import Matching
import Registry

/// Searches a second over HTTP beside the same search as one function of PostgreSQL, on the same data.
struct PostgresSearchBenchmark {
    private static let services = 2_000
    private static let clients = 16
    /// How many people both are asked for before anything is measured.
    private static let compared = 200

    let registry: Registry
    let data: URL
    let scratch: ScratchFolder
    let pace: Pace
    let wrk: Wrk
    let postgres: Postgres

    func run() throws {
        let now = SampleRegistry.wholeSecond(Date())
        let sample = try SampleRegistry(like: registry, services: Self.services, now: now)
        let folder = try scratch.folder("data-\(Self.services)")
        try RegistryFolder(folder: folder).write(sample.registry.organizations, others: data)
        let server = try SearchServer(
            data: folder, scratch: scratch.url, state: scratch.folder("state-postgres-search"))
        defer { server.stop() }
        let database = try PostgresSearch(postgres, places: sample.places, map: registry.geography)
        var variation = ProfileVariation(
            map: registry.geography, services: sample.services, random: SampleRandom(seed: 5))
        let people = (0..<Self.compared).map { variation.sample($0).profile }
        let profiles = SampleProfile.all.map(\.profile) + registry.referenceProfiles.map(\.profile)
        let asked = "\(profiles.count) people in turn, \(Self.clients) clients on the same cores"
        Figures.title("The first 20 of \(Self.services) services, \(asked)")
        try compare(server, database, profiles + people)
        try measure(server, database, profiles)
    }

    /// - Throws: unless both give the same answers.
    private func compare(_ server: SearchServer, _ database: PostgresSearch, _ people: [Profile]) throws {
        let client = try server.client()
        let ours = try people.map { try server.answer(to: $0, over: client) }
        let theirs = try database.answers(to: zip(people, ours).map { (profile: $0, moment: $1.moment) })
        guard ours.count == theirs.count else { throw BenchmarkFailure("PostgreSQL did not answer every search.") }
        for (index, pair) in zip(ours, theirs).enumerated() {
            guard let difference = pair.0.answer.difference(from: pair.1) else { continue }
            throw BenchmarkFailure("search \(index), ours and PostgreSQL: \(difference); \(try people[index].json)")
        }
        Figures.line("searches that both answer alike", Double(people.count), "searches")
    }

    private func measure(_ server: SearchServer, _ database: PostgresSearch, _ profiles: [Profile]) throws {
        var (ours, theirs) = ([Double](), [Double]())
        for round in 0...pace.rounds {
            let seconds = round == 0 ? 1 : pace.seconds
            let one = try server.round(profiles, clients: Self.clients, seconds: seconds, with: wrk)
            let other = try database.round(profiles, clients: Self.clients, seconds: seconds)
            // The first round warms both up.
            guard round > 0 else { continue }
            ours.append(one)
            theirs.append(other)
        }
        Figures.line("ours over HTTP, sentences written", Timing(ours).median, "searches/s")
        Figures.line("PostgreSQL, codes only", Timing(theirs).median, "searches/s")
        Figures.line(
            "ours, to PostgreSQL", Timing(zip(ours, theirs).map { $0 / $1 }).median, "times", atLeast: 10,
            note: "PostgreSQL has no sentence to write and no key, HTTP or JSON to read")
    }
}
