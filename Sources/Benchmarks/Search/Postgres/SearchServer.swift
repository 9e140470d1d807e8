import Domain
import Foundation

/// Our server over a data directory, asked over HTTP as a co-ordinator does.
final class SearchServer {
    private static let key = "demo-coordinator"
    private static let path = "/v1/placements/_search?detail=top"

    private let server: ServerProcess
    private let scratch: URL

    init(data: URL, scratch: URL, state: URL) throws {
        self.scratch = scratch
        server = try ServerProcess(data: data, state: state)
    }

    func stop() { server.stop() }

    /// - Returns: the answer, and the moment of which it is.
    func answer(to profile: Profile, over client: HTTPClient) throws -> (answer: SearchAnswer, moment: Date) {
        let answer = try client.answer(to: profile.json, at: Self.path, key: Self.key)
        guard answer.status == 200 else { throw BenchmarkFailure("a search was answered with \(answer.status).") }
        let body = try JSONDecoder().decode(ServerAnswer.self, from: Data(answer.body))
        guard let moment = Timestamp.date(body.searchedAt) else { throw BenchmarkFailure("an answer has no moment.") }
        return (body.answer, moment)
    }

    func client() throws -> HTTPClient { try HTTPClient(port: server.port) }

    /// - Returns: how many searches a second `wrk` counted, one connection for every client.
    func round(_ profiles: [Profile], clients: Int, seconds: Int, with wrk: Wrk) throws -> Double {
        let script = scratch.appending(path: "searches.lua")
        try Data(Self.script(try profiles.map { try $0.json }).utf8).write(to: script)
        return try wrk.run(
            port: server.port, path: Self.path, threads: 2, seconds: seconds, connections: clients, script: script
        ).answersPerSecond
    }

    /// Sends the bodies in turn.
    private static func script(_ bodies: [String]) -> String {
        """
        local bodies = { \(bodies.map { "[==[\($0)]==]" }.joined(separator: ", ")) }
        local fields = { ["Authorization"] = "Bearer \(key)", ["Content-Type"] = "application/json" }
        local requests, number = {}, 0
        init = function()
            for index, body in ipairs(bodies) do requests[index] = wrk.format("POST", "\(path)", fields, body) end
        end
        request = function()
            number = number % #requests + 1
            return requests[number]
        end

        """
    }
}
