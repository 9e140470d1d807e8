import Domain
import Foundation
import Matching

/// The services as a table of PostgreSQL, with the search as one function over it.
struct PostgresSearch {
    private let postgres: Postgres
    private let map: Geography

    init(_ postgres: Postgres, places: [Place], map: Geography) throws {
        (self.postgres, self.map) = (postgres, map)
        let byID = places.sorted { $0.service.id < $1.service.id }
        let rows = byID.enumerated().map { number, place in
            ServiceColumns(place.service, capacity: place.capacity, number: number, on: map).line
        }
        let file = try postgres.file("service.tsv", rows.joined(separator: "\n") + "\n")
        try postgres.execute(ServiceColumns.table)
        try postgres.execute("COPY service FROM '\(file.path)'")
        for (name, codes) in SearchCodes.tables {
            let rows = codes.map { "(\(1 << $0.bit), '\($0.code)')" }.joined(separator: ", ")
            try postgres.execute(
                """
                CREATE TABLE \(name) (mask bigint PRIMARY KEY, code text COLLATE "C" NOT NULL);
                INSERT INTO \(name) VALUES \(rows)
                """)
        }
        try postgres.execute(SearchFunction.text)
        for name in ["service"] + SearchCodes.tables.map(\.name) { try postgres.execute("VACUUM ANALYZE \(name)") }
    }

    /// - Parameter searches: people, with the moment of each search.
    func answers(to searches: [(profile: Profile, moment: Date)]) throws -> [SearchAnswer] {
        let statements = searches.map { profile, moment in
            let call = ProfileArguments(profile, on: map).call(at: "'\(Timestamp.preciseText(moment))'")
            return "SELECT row_to_json(answer) FROM (\(call)) answer;"
        }
        let lines = try postgres.execute(postgres.file("answers.sql", statements.joined(separator: "\n")))
        return try lines.map { try JSONDecoder().decode(DatabaseAnswer.self, from: Data($0.utf8)).answer }
    }

    /// Every profile is a prepared statement of its own with its values in it, so that PostgreSQL can leave out what
    /// they rule out; the plan is made once for each connection.
    ///
    /// - Returns: how many searches a second `pgbench` counted, one connection for every client.
    func round(_ profiles: [Profile], clients: Int, seconds: Int) throws -> Double {
        let scripts = try profiles.enumerated().map { number, profile in
            try postgres.file("search-\(number).sql", ProfileArguments(profile, on: map).call(at: "now()") + ";\n")
        }
        let report = try postgres.pgbench(
            ["-n", "-M", "prepared", "-c", String(clients), "-j", "2", "-T", String(seconds)]
                + scripts.flatMap { ["-f", $0.path] })
        guard let line = report.split(separator: "\n").first(where: { $0.hasPrefix("tps = ") }),
            let rate = line.split(separator: " ").dropFirst(2).first.flatMap({ Double($0) })
        else { throw BenchmarkFailure("the report of pgbench cannot be read.") }
        return rate
    }
}
