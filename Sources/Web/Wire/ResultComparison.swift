import Domain
import Foundation
import Ledger

/// What differs between two answers to the same question.
struct ResultComparison: Sendable {
    /// By kind, and then in the order of the list.
    let changes: [ResultChange]

    /// - Parameter holds: what happened to holds after the first answer, oldest first.
    init(_ then: SearchBody, _ now: SearchBody, holds: [HoldStep]) {
        let (before, after) = (ResultIndex(then), ResultIndex(now))
        let words = ResultWords(labels: before.labels.merging(after.labels) { _, new in new })
        let steps = Dictionary(grouping: holds, by: \.service.rawValue)
        let all = Set(before.places.keys).union(after.places.keys)
        let found: [ResultChange] = all.compactMap { id in
            let (old, new, steps) = (before.places[id], after.places[id], steps[id] ?? [])
            guard let name = (new ?? old)?.name,
                let kind = ResultChange.Kind(from: old?.standing, to: new?.standing, hasHolds: !steps.isEmpty)
            else { return nil }
            let text = words.sentences(from: old?.standing, to: new?.standing, steps).joined(separator: " ")
            return ResultChange(
                change: kind, serviceId: id, serviceName: name.service, organizationName: name.organization,
                then: old?.standing, now: new?.standing, holds: steps.map(ResultChange.Step.init), text: text)
        }
        changes = found.sorted { $0.place.lexicographicallyPrecedes($1.place) }
    }

    /// For people.
    func lines(since start: Date, until end: Date) -> [String] {
        let span = "tussen \(DutchTime.exact(start)) en \(DutchTime.exact(end))"
        guard !changes.isEmpty else { return ["Er veranderde niets in dit antwoord \(span)."] }
        let head = ["Dit veranderde \(span):"]
        return ResultChange.Kind.allCases.reduce(into: head) { lines, kind in
            let ofKind = changes.filter { $0.change == kind }
            guard !ofKind.isEmpty else { return }
            let shown = kind == .rank ? ofKind.prefix(Self.mostRanks) : ofKind[...]
            lines += ["", "\(kind.heading) (\(ofKind.count))"] + shown.map(\.line)
            if shown.count < ofKind.count { lines.append("- en nog \(ofKind.count - shown.count). Zie --json.") }
        }
    }

    /// One place that goes gives all below it another number: the first ones say enough.
    private static let mostRanks = 10
}

extension ResultChange {
    /// Where it stands among the changes.
    fileprivate var place: [Int] {
        let kind = Kind.allCases.firstIndex(of: change) ?? 0
        // Two with the same numbers cannot be: in each answer a number is given once.
        return [kind, (change == .came ? now : then)?.rank ?? 0, now?.rank ?? 0]
    }

    fileprivate var line: String {
        let name = "\(organizationName), \(serviceName)"
        guard change == .rank else { return "- \(name)\n     \(text)" }
        return "- \(name): \(then?.rank ?? 0) → \(now?.rank ?? 0)"
    }
}

/// The places of an answer by their id.
private struct ResultIndex {
    private(set) var places: [String: Place] = [:]
    private(set) var labels: [String: String] = [:]

    struct Place {
        let name: (service: String, organization: String)
        let standing: ResultStanding
    }

    init(_ body: SearchBody) {
        for section in body.sections {
            labels[section.section] = section.label
            for placement in section.placements {
                places[placement.serviceId] = Place(
                    name: (placement.serviceName, placement.organizationName),
                    standing: ResultStanding(placement, in: section.section))
            }
        }
        for excluded in body.excluded ?? [] {
            places[excluded.serviceId] = Place(
                name: (excluded.serviceName, excluded.organizationName), standing: ResultStanding(excluded))
        }
    }
}
