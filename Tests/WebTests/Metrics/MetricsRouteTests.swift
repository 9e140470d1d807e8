import Foundation
import HTTP
import Testing

@testable import Web

@Suite("The figures for whoever watches over the program")
struct MetricsRouteTests {
    private static let path = "/metrics"

    @Test(arguments: Visitor.allCases)
    func fromElsewhereOnlyAdmins(_ visitor: Visitor) throws {
        let expected =
            switch visitor {
            case .nobody, .wrongKey: 401
            case .admin: 200
            case .coordinator, .comensha, .policy, .shelter, .otherShelter: 403
            }
        for peer in ["192.0.2.1", "2001:db8::1", "", "::ffff:192.0.2.1"] {
            #expect(try TestProgram.reading.get().get(Self.path, as: visitor, from: peer).status.code == expected)
        }
    }

    @Test(arguments: ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
    func thisMachineNeedsNoKey(_ peer: String) throws {
        let program = try TestProgram.reading.get()
        let answer = try program.get(Self.path, from: peer)

        #expect(answer.status == .ok)
        #expect(answer.fields["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
        #expect(answer.fields["Cache-Control"] == "no-store")
        #expect(answer.fields["Access-Control-Allow-Origin"] == nil)
        // What a proxy on this machine passes on is not asked by this machine.
        for name in ["Forwarded", "X-Forwarded-For", "x-forwarded-proto", "X-Forwarded-Host", "X-Real-IP", "Via"] {
            var fields: Fields = [:]
            FieldName(name).map { fields.set($0, "127.0.0.1") }
            #expect(try program.get(Self.path, fields: fields, from: peer).status == .unauthorized, "\(name)")
        }
        // A key that does not count is refused, wherever it comes from.
        #expect(try program.get(Self.path, as: .wrongKey, from: peer).status == .unauthorized)
    }

    @Test func methodsAndForms() throws {
        let program = try TestProgram.reading.get()
        #expect(try program.send(.post, Self.path, from: "127.0.0.1").status == .methodNotAllowed)
        #expect(try program.send(.head, Self.path, from: "127.0.0.1").status == .ok)
        #expect(try program.get("/metrics/", from: "127.0.0.1").status == .notFound)
        for (accept, status) in [("text/plain", 200), ("text/*;q=0.1", 200), ("application/json", 406)] {
            let fields: Fields = ["Accept": accept]
            #expect(try program.get(Self.path, fields: fields, from: "127.0.0.1").status.code == status)
        }
    }

    @Test func itIsNoPartOfTheAPI() throws {
        let document = try TestProgram.reading.get().get("/v1/openapi.json").text
        #expect(!document.contains("metrics"))
    }

    // MARK: What it says

    private func figures(_ program: TestProgram) throws -> [String: Double] {
        let text = try program.get(Self.path, as: .admin).text
        let samples = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
            line -> (String, Double)? in
            guard let gap = line.lastIndex(of: " "), let value = Double(line[line.index(after: gap)...]) else {
                return nil
            }
            return (String(line[..<gap]), value)
        }
        return Dictionary(uniqueKeysWithValues: samples)
    }

    @Test func everyLineIsAsTheFormatSays() throws {
        let program = try TestProgram(Village.registry)
        program.count([
            LogEntry(
                id: UUID(), method: .get, label: "/v1/services/{id}", status: .ok, bytes: 1, microseconds: 300,
                refusal: nil, refusalOffset: nil, isComplete: true)
        ])
        let text = try program.get(Self.path, as: .admin).text
        var (families, current) = (Set<String>(), "")
        #expect(text.hasSuffix("\n"))
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            if let help = line.wholeMatch(of: /# HELP ([a-z_]+) [^\\]+/) {
                current = String(help.1)
                #expect(families.insert(current).inserted, "\(line)")
            } else if let type = line.wholeMatch(of: /# TYPE ([a-z_]+) (counter|gauge|histogram)/) {
                #expect(String(type.1) == current)
                #expect((type.2 == "counter") == current.hasSuffix("_total"), "\(line)")
            } else {
                let sample = try #require(
                    line.wholeMatch(of: /([a-z_]+)(\{[a-z]+="[^"\\]*"(,[a-z]+="[^"\\]*")*\})? [0-9.e+-]+/), "\(line)")
                #expect(sample.1.hasPrefix(current), "\(line)")
            }
        }
        #expect(
            text.contains("opvangkaart_answers_total{route=\"/v1/services/{id}\",method=\"GET\",status=\"2xx\"} 1\n"))
        #expect(text.contains("opvangkaart_answer_seconds_bucket{route=\"/v1/services/{id}\",le=\"0.00025\"} 0\n"))
        #expect(text.contains("opvangkaart_answer_seconds_bucket{route=\"/v1/services/{id}\",le=\"0.0005\"} 1\n"))
        #expect(text.contains("opvangkaart_answer_seconds_bucket{route=\"/v1/services/{id}\",le=\"+Inf\"} 1\n"))
        #expect(text.contains("opvangkaart_answer_seconds_sum{route=\"/v1/services/{id}\"} 0.0003\n"))
    }

    @Test func whatHappenedIsCounted() throws {
        let program = try TestProgram(Village.registry, limits: RequestLimits(addressRate: 1))
        _ = try program.signIn(.coordinator)
        for _ in 0..<7 { _ = try program.post("/inloggen", ["key": "fout"], from: "192.0.2.3") }
        _ = try program.get("/v1/holds", as: .wrongKey, from: "192.0.2.4")
        for _ in 0..<15 { _ = try program.get("/v1/health", from: "192.0.2.5") }
        // The log is written behind the answers: this waits for what was handed to it.
        program.pass(seconds: 0)

        let figures = try figures(program)

        #expect(figures["opvangkaart_sessions"] == 1)
        #expect(figures["opvangkaart_wrong_keys_total{door=\"form\"}"] == 6)
        #expect(figures["opvangkaart_wrong_keys_total{door=\"api\"}"] == 1)
        #expect(figures["opvangkaart_limited_total{limit=\"wrong_keys\"}"] == 2)
        #expect(figures["opvangkaart_limited_total{limit=\"address\"}"] == 5)
        #expect(figures["opvangkaart_limited_total{limit=\"key\"}"] == 0)
        #expect(figures["opvangkaart_journal_state{state=\"sound\"}"] == 1)
        #expect(figures["opvangkaart_journal_state{state=\"full\"}"] == 0)
        #expect(figures["process_start_time_seconds"] == TestClock.start.timeIntervalSince1970)
        #expect(try #require(figures["process_resident_memory_bytes"]) > 1_000_000)
        #expect(try #require(figures["opvangkaart_journal_sequence"]) > 0)
    }

    /// Every value of a label is one of ours: nothing of a key, an address, an organisation or what was typed.
    @Test func labelsAreOurOwn() throws {
        let program = try TestProgram(Village.registry)
        _ = try program.signIn(.shelter)
        for visitor in Visitor.allCases {
            _ = try program.get("/v1/services?text=getypt", as: visitor, from: "192.0.2.7")
        }

        let text = try program.get(Self.path, as: .admin).text

        for mark in ["getypt", "192.0.2", "toets-", "sleutel", "voorbeeld-huis", "voorbeeld-ander"] {
            #expect(!text.contains(mark), "\(mark)")
        }
    }
}
