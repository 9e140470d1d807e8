import Foundation
import TestTools
import Testing

@testable import HTTP
@testable import JSONText
@testable import PageReading
@testable import Web

/// Whoever sends nonsense gets an answer that is right, and nothing else: no fault of the program's own, nothing of
/// what was sent, nothing of what is kept, and every field that protects.
@Suite("A client that means harm")
struct HostileClientTests {
    static let requests = 250

    @Test(arguments: Visitor.allCases)
    func getsRightAnswers(_ visitor: Visitor) throws {
        var random = SeededGenerator(seed: UInt64(Visitor.allCases.firstIndex(of: visitor) ?? 0))
        let village = try MarkedVillage()
        let cookie = visitor.role == nil ? nil : try village.program.signIn(visitor)
        let models = try Self.models(of: village, as: visitor, cookie: cookie)
        var (sent, statuses) = (0, Set<Int>())
        while sent < Self.requests {
            guard var hostile = models.randomElement(using: &random) else { return }
            hostile.mutate(using: &random)
            guard let request = hostile.request else { continue }
            sent += 1
            let response = try village.program.send(request)
            statuses.insert(response.status.code)
            Self.check(response, to: request, hostile, village, visitor)
        }
        // What is refused for one reason only was not hostile in many ways.
        #expect(statuses.isSuperset(of: visitor == .wrongKey ? [200, 401, 404] : [200, 400, 404, 405]))
    }

    /// Every request of the walk through the routes, and the forms of the pages.
    private static func models(
        of village: MarkedVillage, as visitor: Visitor, cookie: String?
    ) throws -> [HostileRequest] {
        let walk = RouteWalk(village: village)
        var models: [HostileRequest] = []
        for route in village.program.routes {
            for step in try walk.steps(for: route) {
                let parts = step.target.split(separator: "?", maxSplits: 1)
                var fields = step.fields.map { (name: $0.name.spelling, value: $0.value) }
                if let secret = visitor.secret { fields.append(("Authorization", "Bearer \(secret)")) }
                if step.json != nil { fields.append(("Content-Type", "application/json")) }
                if step.needsVersion { fields.append(("If-Match", "\"1\"")) }
                models.append(
                    HostileRequest(
                        method: step.method.rawValue, path: String(parts[0]),
                        query: parts.count > 1 ? String(parts[1]) : "", fields: fields,
                        body: Array((step.json ?? "").utf8)))
            }
        }
        let token = try cookie.flatMap { try village.program.formToken(cookie: $0) }.map { "&token=\($0)" } ?? ""
        for route in village.program.pageRoutes {
            for path in try RouteWalk(village: village).paths(of: route.template).prefix(2) {
                var fields = [(name: "Host", value: "opvangkaart.example")]
                if let cookie { fields.append(("Cookie", cookie)) }
                if route.method == .post { fields.append(("Content-Type", "application/x-www-form-urlencoded")) }
                let body = "age=24&gender=female&threat=red&urgency=now&dangerAreas=NL-OV&household=single" + token
                let model = HostileRequest(
                    method: route.method.rawValue, path: path.isEmpty ? "/" : path, query: "", fields: fields,
                    body: route.method == .post ? Array(body.utf8) : [])
                models += Array(repeating: model, count: 4)
            }
        }
        return models
    }

    // MARK: What an answer must be

    private static func check(
        _ response: Response, to request: Request, _ hostile: HostileRequest, _ village: MarkedVillage,
        _ visitor: Visitor
    ) {
        let isKnown = HTTP.Method.standard.contains(request.method)
        #expect(response.status.code < 500 || response.status == .notImplemented && !isKnown, "\(hostile)")
        if case .stream(let stream) = response.content { stream.end() }
        let head = response.fields.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        #expect(!head.contains(HostileRequest.word), "\(hostile)")
        #expect(response.fields["Location"].map { $0.hasPrefix("/") && !$0.hasPrefix("//") } ?? true)
        let text = response.text
        if API.owns(request) {
            checkAPI(response, hostile)
            #expect(!text.contains(HostileRequest.word), "\(hostile)")
        } else {
            #expect(!text.contains("<script>"), "\(hostile)")
            for (name, value) in [("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY")] {
                #expect(response.fields[FieldName(name) ?? "X-Unknown"] == value, "\(hostile)")
            }
            #expect(response.fields[.contentSecurityPolicy]?.contains("default-src 'none'") == true, "\(hostile)")
            #expect(response.fields["Referrer-Policy"] == "same-origin", "\(hostile)")
        }
        let found = Haystack(head + "\n" + text)
        for mark in village.marks where !mark.readers.contains(visitor) && mark.isTold(in: found) {
            let sent =
                hostile.description + hostile.path + hostile.query + String(decoding: hostile.body, as: UTF8.self)
            // How many places there are is open where gaps are told (contract section 5, coverage).
            if mark.name == "total", hostile.path.contains("/gaten") { continue }
            if !sent.contains(mark.text), !sent.contains(mark.address) {
                Issue.record("\(visitor) found \(mark.name) by \(hostile)")
            }
        }
    }

    private static func checkAPI(_ response: Response, _ hostile: HostileRequest) {
        for (name, value) in HeaderTests.expected { #expect(response.fields[name] == value, "\(name) \(hostile)") }
        #expect(response.fields["Set-Cookie"] == nil)
        guard response.status.isError, hostile.method != "HEAD" else { return }
        #expect(response.fields["Content-Type"] == "application/problem+json", "\(hostile)")
        let problem = try? response.json
        #expect(problem?["status"].integer == response.status.code, "\(hostile)")
        for name in ["type", "title", "detail"] { #expect(problem?[name].string?.isEmpty == false, "\(hostile)") }
        #expect(problem?["instance"].string == "urn:uuid:\(response.fields["X-Request-Id"] ?? "")")
        for fault in problem?["errors"].elements ?? [] {
            #expect((fault["pointer"].string != nil) != (fault["parameter"].string != nil), "\(hostile)")
            #expect(fault["code"].string?.isEmpty == false && fault["detail"].string?.isEmpty == false)
        }
    }
}
