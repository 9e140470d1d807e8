import Foundation

/// PostgreSQL as `pgbench` drives it, one connection for every writer, every statement prepared.
struct PostgresWriters: WritingProgram {
    /// What one update is.
    enum Work: String {
        /// Only the row of the service.
        case update
        /// Beside it a row that says who said what and when, as our record does; one statement, so one way there and
        /// back.
        case updateAndHistory

        var name: String {
            switch self {
            case .update: "PostgreSQL, UPDATE"
            case .updateAndHistory: "PostgreSQL, UPDATE and history"
            }
        }

        fileprivate var statement: String {
            let update = """
                UPDATE service SET free = 1 - free, version = version + 1
                WHERE id = :client_id AND version = :version
                """
            switch self {
            case .update: return update
            case .updateAndHistory:
                return """
                    WITH changed AS (\(update) RETURNING id, version, free)
                    INSERT INTO history (service, version, free, key_id, role)
                    SELECT id, version, free, 'benchmark', 'admin' FROM changed
                    """
            }
        }
    }

    private static let tables = """
        DROP TABLE IF EXISTS service, history;
        CREATE TABLE service (id int PRIMARY KEY, free int NOT NULL, version int NOT NULL);
        INSERT INTO service SELECT n, 0, 0 FROM generate_series(0, 63) n;
        CREATE TABLE history (sequence bigserial PRIMARY KEY, service int NOT NULL, version int NOT NULL,
            free int NOT NULL, key_id text NOT NULL, role text NOT NULL, time timestamptz NOT NULL DEFAULT now());
        """

    let name: String
    private let postgres: Postgres
    private let work: Work

    /// - Returns: `nil` without PostgreSQL.
    init?(_ postgres: Postgres?, _ work: Work) {
        guard let postgres else { return nil }
        (self.postgres, self.work, name) = (postgres, work, work.name)
    }

    func round(writers: Int, seconds: Int) throws -> WriteRound {
        try postgres.execute(Self.tables)
        let script = try postgres.file("\(work.rawValue).sql", work.statement + ";\n\\set version :version + 1\n")
        let report = try postgres.pgbench([
            "-n", "-M", "prepared", "-f", script.path, "-D", "version=0", "-c", String(writers), "-j",
            String(min(writers, 2)), "-T", String(seconds),
        ])
        guard let rate = Self.number(after: "tps = ", in: report),
            let count = Self.number(after: "number of transactions actually processed: ", in: report),
            let kept = Double(try postgres.execute("SELECT sum(version) FROM service"))
        else { throw BenchmarkFailure("the report of pgbench cannot be read.") }
        guard kept == count else { throw BenchmarkFailure("PostgreSQL refused updates.") }
        return WriteRound(updatesPerSecond: rate)
    }

    private static func number(after label: String, in report: String) -> Double? {
        let line = report.split(separator: "\n").first { $0.hasPrefix(label) }
        return line.flatMap { Double($0.dropFirst(label.count).prefix { $0.isNumber || $0 == "." }) }
    }
}
