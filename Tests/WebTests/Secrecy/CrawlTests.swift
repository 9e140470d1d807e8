import Foundation
import HTTP
import Synchronization
import TestTools
import Testing

@testable import PageReading
@testable import Web

/// Everything the program can say to everybody, looked through for what must not be there (feature F16; issue of
/// access and privacy, part 3). Who may see what stands in one table, ``MarkedVillage/marks``, made from
/// ``Permission``; what is asked is made from the routes and the pages themselves.
@Suite("A walk through everything")
struct CrawlTests {
    @Test(arguments: Visitor.allCases)
    func nobodySeesWhatIsNotTheirs(_ visitor: Visitor) throws {
        let walk = try Walk(as: visitor)
        try walk.routes { $0.method == .get }
        try walk.pages()
        try walk.streams()
        try walk.comparisons()
        // Then what changes something, and what there is to read after that.
        try walk.routes { $0.method != .get }
        try walk.routes { $0.method == .get && !$0.path.contains("{") }
        try walk.state()

        let missed = walk.village.marks.filter { $0.seers.contains(visitor) && !walk.seen.contains($0.name) }
        #expect(missed.isEmpty, "never seen: \(missed.map(\.name))")
        #expect(walk.answers > 150, "\(walk.answers)")
    }

    /// A walk that is refused everywhere finds nothing.
    @Test func everyRouteAnswersSomebody() throws {
        var answered: Set<String> = []
        var all: Set<String> = []
        for visitor in [Visitor.admin, .coordinator, .shelter] {
            let walk = try Walk(as: visitor)
            all = Set(walk.village.program.routes.map { "\($0.method) \($0.path)" })
            try walk.routes { _ in true }
            answered.formUnion(walk.answered)
        }
        #expect(all.subtracting(answered).isEmpty)
    }
}

/// One visitor on the way through a village of its own.
private final class Walk {
    let village: MarkedVillage
    private let visitor: Visitor
    private(set) var answers = 0
    /// Routes that gave what they are for.
    private(set) var answered: Set<String> = []
    /// Names of the marks that were found, by whoever may.
    private(set) var seen: Set<String> = []
    private var tokens: [Mark] = []

    init(as visitor: Visitor) throws { (village, self.visitor) = (try MarkedVillage(), visitor) }

    private var program: TestProgram { village.program }

    // MARK: The parts of the way

    func routes(where isAsked: (Route) -> Bool) throws {
        let walk = RouteWalk(village: village)
        for route in program.routes where isAsked(route) {
            for step in try walk.steps(for: route) {
                let response = try send(step)
                try look(step.name, response, sent: step.target)
                if (200..<300).contains(response.status.code) { answered.insert("\(route.method) \(route.path)") }
                #expect(response.status.code < 500, "\(step.name)")
            }
            let faults = try [
                RouteWalk.Step(method: route.method, target: walk.paths(of: route.path)[0] + "?onbekend=1"),
                RouteWalk.Step(method: .patch, target: walk.paths(of: route.path)[0]),
                RouteWalk.Step(
                    method: route.method, target: walk.paths(of: route.path)[0], fields: ["Accept": "image/png"]),
                RouteWalk.Step(
                    method: route.method, target: walk.paths(of: route.path)[0], json: "{\"onbekend\": 1"),
            ]
            for step in faults { try look(step.name, try send(step), sent: step.target) }
        }
    }

    /// - Parameter step: its version is looked up now.
    private func send(_ step: RouteWalk.Step) throws -> Response {
        var fields = step.fields
        if let secret = visitor.secret { fields.set("Authorization", "Bearer \(secret)") }
        if step.needsVersion {
            let path = String(step.target.prefix { $0 != "?" }).replacing("/reversals", with: "")
            fields.set("If-Match", try program.get(path, as: .admin).fields["ETag"] ?? "\"0\"")
        }
        if step.json != nil { fields.set("Content-Type", "application/json") }
        let made = Request.make(step.method, step.target, fields: fields)
        return try program.send(
            Request(
                method: step.method, path: made.path, segments: made.segments, query: made.query, fields: fields,
                body: Array((step.json ?? "").utf8), peer: MarkedVillage.peer, id: UUID()))
    }

    func pages() throws {
        var cookie: String?
        if visitor.role != nil {
            let signedIn = try program.signIn(visitor)
            cookie = signedIn
            tokens = [Mark("session", String(signedIn.split(separator: "=").last ?? ""))]
        } else if visitor == .wrongKey {
            cookie = "__Host-opvangkaart=geraden"
        }
        let pages = program.pageRoutes.filter { $0.method == .get }.map(\.template)
        let walk = RouteWalk(village: village)
        let starts =
            try pages.flatMap { try walk.paths(of: $0).map { $0.isEmpty ? "/" : $0 } }.sorted()
            + ["/en", "/metrics", "/live", "/.well-known/security.txt", "/nergens"]
        try PageWalk(program: program, cookie: cookie) { what, response in
            try self.look(what, response, sent: what)
            #expect(response.status.code < 500, "\(what)")
        }.walk(from: starts)
    }

    /// Everything since the beginning, as it is told to who listens.
    func streams() throws {
        guard visitor.role != nil else { return }
        let client = try program.listen(as: visitor, after: 0)
        try client.wait { ($0.events.last?.id ?? 0) > village.lastEvent }
        look("events", Haystack(client.text), sent: "")
    }

    /// What is filtered by hidden facts tells them too: a question with a marked value has the answer of the same
    /// question with one that marks nothing.
    func comparisons() throws {
        let towns = [MarkedVillage.Town.secret, .secretUnsafe, .sheltered, .otherSheltered]
        let neutral = MarkedVillage.Town.neutral
        let fromRoutes = program.routes.filter { $0.method == .get }.flatMap { route in
            route.parameters.filter { $0.place == .query }.map { "\(route.path)?\($0.name)=" }
        }
        for target in fromRoutes where !target.contains("{") {
            for town in towns {
                for (mark, control) in [(town.rawValue, neutral.rawValue), (town.name, neutral.name)] {
                    let answers = try [mark, control].map {
                        try send(RouteWalk.Step(method: .get, target: target + $0))
                    }
                    #expect(answers[0].status == answers[1].status, "\(target)")
                    guard answers[0].status == .ok else { continue }
                    let told = answers[0].text.replacing(town.rawValue, with: neutral.rawValue)
                        .replacing(town.name, with: neutral.name)
                    // Who may see a town may find by it.
                    let mayFind = village.marks.contains { $0.text == mark && $0.readers.contains(visitor) }
                    if !mayFind { #expect(told == answers[1].text, "\(target)\(mark)") }
                }
            }
        }
    }

    /// What was written to the state directory: the journal knows places and keys, and nothing of where they are.
    func state() throws {
        let never = (village.marks.filter { $0.isOnTheMap || $0.name.hasPrefix("secret") } + tokens).map(\.text)
        for name in try FileManager.default.subpathsOfDirectory(atPath: program.directory.path) {
            let file = Haystack(try program.directory.text(of: name))
            for text in never + [MarkedVillage.peer] { #expect(file.count(text) == 0, "\(text) in \(name)") }
        }
    }

    // MARK: Looking

    private func look(_ what: String, _ response: Response, sent: String) throws {
        answers += 1
        var text = response.text
        if case .stream(let stream) = response.content {
            let client = StreamClient(stream)
            // A table ends by itself; events go on.
            let isTable = response.fields["Content-Type"]?.contains("csv") == true
            if isTable { try client.wait { _ in false } } else { client.pull() }
            text = client.text
        }
        let own = response.fields["Set-Cookie"] ?? ""
        let head = response.fields.map { "\($0.name): \($0.value)" }.filter { !$0.contains(own) || own.isEmpty }
        look(what, Haystack(([text] + head).joined(separator: "\n")), sent: sent)

        let entry = LogEntry(
            id: UUID(), method: .get, label: response.label, status: response.status, bytes: 1, microseconds: 1,
            refusal: nil, refusalOffset: nil, isComplete: true)
        let line = Haystack(entry.line)
        for mark in village.marks { #expect(!mark.isTold(in: line), "\(mark.name) in the log of \(what)") }
    }

    /// How many places there are, free or taken, is open where it is told what a province has (contract section 5,
    /// coverage); how many are free never is.
    private static func isSupply(_ mark: Mark, in what: String) -> Bool {
        mark.name == "total" && what.contains("/gaten")
    }

    private func look(_ what: String, _ text: Haystack, sent: String) {
        // Addresses of pages name a town in small letters.
        let sent = sent.lowercased()
        for mark in village.marks + tokens where mark.isTold(in: text) {
            if mark.readers.contains(visitor) || Self.isSupply(mark, in: what) {
                seen.insert(mark.name)
            } else if !sent.contains(mark.text.lowercased()), !sent.contains(mark.address.lowercased()) {
                Issue.record("\(visitor) found \(mark.name) in \(what)")
            }
        }
    }
}
