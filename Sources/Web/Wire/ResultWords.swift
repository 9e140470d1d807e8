import Domain
import Foundation
import Ledger

/// Says how a place stood and stands.
struct ResultWords {
    /// Of the sections.
    let labels: [String: String]

    /// What stood, what stands, and the holds in between.
    func sentences(
        from then: ResultStanding?, to now: ResultStanding?, _ steps: [HoldStep]
    ) -> [String] {
        ["Toen: \(words(of: then)).", "Nu: \(words(of: now))."]
            + (steps.isEmpty ? [] : ["Tussendoor: \(steps.map(words).joined(separator: "; "))."])
    }

    private func words(of standing: ResultStanding?) -> String {
        guard let standing else { return "niet in het register" }
        guard let section = standing.section, let rank = standing.rank else {
            let reasons = standing.excludedBecause.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
            return (["past niet"] + reasons).joined(separator: "; ")
        }
        let place = "nummer \(rank), ‘\(labels[section] ?? section)’"
        return ([place] + (standing.count.map { [words(of: $0)] } ?? [])).joined(separator: "; ")
    }

    /// An old count is no free place (feature F07).
    private func words(of count: ResultStanding.Count) -> String {
        guard let free = count.free else { return "aantal onbekend" }
        let sum = "\(free) vrij" + (count.total.map { " van \($0)" } ?? "")
        let held = count.held == 0 ? "" : ", \(count.held) vastgehouden"
        let reported = count.confirmedAt.flatMap(Timestamp.date).map { ", gemeld \(DutchTime.exact($0))" } ?? ""
        let expected = count.expectedFreeOn.flatMap(CalendarDate.init(text:)).map {
            ", weer plek op \(DutchTime.day($0))"
        }
        let isReliable = Freshness(rawValue: count.freshness)?.isReliable == true
        return (isReliable ? sum : "eerst bellen, het aantal is verouderd (\(sum))") + held + reported
            + (expected ?? "")
    }

    private func words(of step: HoldStep) -> String {
        "\(DutchTime.exact(step.date)) \(step.kind.happening) (\(step.places == 1 ? "1 plek" : "\(step.places) plekken"))"
    }
}
