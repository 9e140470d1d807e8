import Domain
import Foundation
import HTTP
import Registry
import Testing

@testable import Web

/// Makes requests out of the table of routes: every address a route has, every query key with values it takes, every
/// form it answers in, and a body it takes. A route that needs something this does not know stops the walk, so that
/// whoever adds it teaches the walk too.
struct RouteWalk {
    let village: MarkedVillage

    struct Untaught: Error, CustomStringConvertible {
        let description: String
    }

    /// A request and what it is called in a failure.
    struct Step {
        let method: HTTP.Method
        let target: String
        var fields: Fields = [:]
        var json: String?
        /// Whether a body or the head needs the version of what is changed.
        var needsVersion = false

        var name: String { "\(method) \(target) \(fields["Accept"] ?? "")" }
    }

    func steps(for route: Route) throws -> [Step] {
        let json = try body(of: route)
        let forms = route.answers.contains(where: \.hasTable) ? ["application/json", "text/csv"] : ["*/*"]
        var steps: [Step] = []
        for path in try paths(of: route.path) {
            for query in try [""] + queries(of: route) {
                for form in forms {
                    var step = Step(method: route.method, target: path + query, fields: ["Accept": form], json: json)
                    if case .field = route.version { step.needsVersion = true }
                    for parameter in route.parameters where parameter.place == .header {
                        step.fields.set(FieldName(parameter.name) ?? "X-Unknown", try values(of: parameter)[0])
                    }
                    steps.append(step)
                }
            }
        }
        return steps
    }

    // MARK: Addresses

    func paths(of pattern: String) throws -> [String] {
        var paths = [""]
        var before = ""
        for segment in pattern.split(separator: "/").map(String.init) {
            let values = segment.hasPrefix("{") ? try self.values(of: segment, behind: before) : [segment]
            paths = paths.flatMap { path in values.map { "\(path)/\($0)" } }
            before = segment
        }
        return paths
    }

    private func values(of parameter: String, behind segment: String) throws -> [String] {
        let registry = village.program.registry
        switch (parameter, segment) {
        case ("{id}", "services"): return registry.services.map(\.id.rawValue)
        case ("{id}", "organizations"): return registry.organizations.map(\.id.rawValue)
        case ("{code}", "provinces"): return ["NL-OV", "NL-NB", "NL-FR"]
        case ("{code}", "municipalities"): return registry.geography.municipalities.map(\.code.rawValue)
        case ("{list}", "code-lists"): return ["shelterKind", "role"]
        case ("{reference}", _): return village.holds
        case ("{service}", _): return registry.services.map(\.id.rawValue)
        case ("{organization}", _): return registry.organizations.map(\.id.rawValue)
        case ("{province}", _): return registry.geography.provinces.prefix(3).map { Slug(of: $0.name).text }
        case ("{municipality}", _): return registry.geography.municipalities.map { Slug(of: $0.name).text }
        case ("{group}", _): return ["vrouwen", "groepen-van-zes-mensen"]
        case ("{column}", _): return ["overijssel", "fryslan", "landelijk"]
        case ("{list}", _): return ["shelterKind", "role"]
        default: throw Untaught(description: "Which values has \(parameter) behind \(segment)?")
        }
    }

    private func queries(of route: Route) throws -> [String] {
        try route.parameters.filter { $0.place == .query }.flatMap { parameter in
            try values(of: parameter).map { "?\(parameter.name)=\($0)" }
        }
    }

    private func values(of parameter: Parameter) throws -> [String] {
        if let pattern = parameter.pattern, parameter.example == nil, parameter.place == .query {
            throw Untaught(description: "Which \(parameter.name) is \(pattern)?")
        }
        return switch parameter.kind {
        case .text: [parameter.example ?? "a"]
        case .language: ["nl"]
        case .code(let codes): Array(codes.prefix(3))
        // Not the least: a list of one on each page would name a town and not the one it is compared with.
        case .number(let range, let standard): Array(Set([standard, min(range.upperBound, 100)])).map(String.init)
        case .moment: ["2026-11-20T00:00:00Z"]
        case .eventID: ["0"]
        }
    }

    // MARK: Bodies

    /// - Parameter service: a place that the body names, where it names one by its version.
    func body(of route: Route, about service: String = Village.secret) throws -> String? {
        switch route.body {
        case .none: return nil
        case .empty: return "{}"
        case .json(let schema):
            if let known = Self.bodies[schema.name] { return known }
            if schema.name == "CapacityReports" {
                let version = try village.program.count(of: service).version ?? 0
                return Body.reports([Body.report(service, version: version, free: 1)])
            }
            throw Untaught(description: "What is a \(schema.name), to be sent to \(route.path)?")
        }
    }

    private static let profile = Body.profile([
        "dangerAreas": #"["NL-OV"]"#, "threat": #""orange""#, "currentMunicipality": #""GM0193""#,
    ])

    private static let bodies = [
        "Profile": profile,
        "PlacementQuestion": Body.question(profile, Village.secret, comparedWith: Village.sheltered),
        "PeopleGroup": Body.group([profile, profile]), "CapacityUpdate": Body.count(free: 1), "HoldOrder": Body.hold(),
        "HoldDecision": Body.decision("accepted"), "HoldClosure": Body.closure("withdrawn"),
    ]
}
