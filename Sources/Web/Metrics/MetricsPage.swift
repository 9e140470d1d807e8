import Domain
import Foundation
import HTTP
import Ledger
import Registry

/// All figures there are, as `/metrics` shows them.
struct MetricsPage: Sendable {
    let metrics: Metrics
    let turnstile: Turnstile
    let ledger: Ledger
    let registryVersion: String
    let startedAt: Date
    /// How many of each are there at this moment.
    let gauges: [Gauge]

    struct Gauge: Sendable {
        let name: String
        let help: String
        let value: @Sendable () -> Int
    }

    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    func text() -> String {
        var page = MetricsText()
        page.family("opvangkaart_info", .gauge, "Welk programma draait, met welk register.")
        page.sample(
            "opvangkaart_info", 1, ["version": Version.program, "api": Version.api, "registry": registryVersion])
        answers(&page)
        limits(&page)
        for gauge in gauges { page.single("opvangkaart_\(gauge.name)", .gauge, gauge.help, gauge.value()) }
        journal(&page)
        process(&page)
        return page.text
    }

    private func answers(_ page: inout MetricsText) {
        let counts = metrics.current
        let names = counts.answers.sorted { $0.key < $1.key }
        page.family("opvangkaart_answers_total", .counter, "Antwoorden, per adres, methode en soort status.")
        for (name, answers) in names {
            for (place, count) in answers.counts.enumerated() where count > 0 {
                let (method, status) = place.quotientAndRemainder(dividingBy: Metrics.classes.count)
                page.sample(
                    "opvangkaart_answers_total", count,
                    ["route": name, "method": Metrics.methods[method], "status": Metrics.classes[status]])
            }
        }
        page.family("opvangkaart_answer_seconds", .histogram, "Hoe lang het maken van een antwoord duurde, per adres.")
        for (name, answers) in names { durations(answers, of: name, &page) }
        page.list(
            "opvangkaart_refusals_total", .counter, "Wat de server weigerde of opgaf, met de reden.", by: "reason",
            RefusalReason.allCases.map { ($0.rawValue, counts.refusals[$0] ?? 0) })
        page.single(
            "opvangkaart_unfinished_answers_total", .counter, "Antwoorden die niet helemaal werden opgehaald.",
            counts.broken)
    }

    private func durations(_ answers: Metrics.Answers, of name: String, _ page: inout MetricsText) {
        var sum = 0
        for (bound, count) in zip(Metrics.bounds, answers.durations) {
            sum += count
            page.sample("opvangkaart_answer_seconds_bucket", sum, ["route": name, "le": "\(Double(bound) / 1e6)"])
        }
        sum += answers.durations.last ?? 0
        page.sample("opvangkaart_answer_seconds_bucket", sum, ["route": name, "le": "+Inf"])
        page.sample("opvangkaart_answer_seconds_sum", Double(answers.microseconds) / 1e6, ["route": name])
        page.sample("opvangkaart_answer_seconds_count", sum, ["route": name])
    }

    private func limits(_ page: inout MetricsText) {
        let counts = turnstile.counts
        page.list(
            "opvangkaart_limited_total", .counter, "Verzoeken die met 429 zijn geweigerd, met de grens.", by: "limit",
            Turnstile.Reason.allCases.map { ($0.rawValue, counts.refusals[$0] ?? 0) })
        page.list(
            "opvangkaart_wrong_keys_total", .counter, "Sleutels die niet gelden, en waar ze binnenkwamen.", by: "door",
            Turnstile.Door.allCases.map { ($0.rawValue, counts.wrongKeys[$0] ?? 0) })
    }

    private func journal(_ page: inout MetricsText) {
        let state = ledger.state
        page.single(
            "opvangkaart_journal_sequence", .gauge, "Het nummer van de laatste regel van het journaal.", state.sequence)
        page.single(
            "opvangkaart_journal_last_record_timestamp_seconds", .gauge, "Wanneer die regel is geschreven.",
            state.lastRecordAt?.timeIntervalSince1970 ?? 0)
        let health = ledger.health
        page.list(
            "opvangkaart_journal_state", .gauge, "Of de laatste keer schrijven lukte: 1 bij wat nu geldt.", by: "state",
            LedgerHealth.allCases.map { ($0.rawValue, $0 == health ? 1 : 0) })
    }

    private func process(_ page: inout MetricsText) {
        let figures = ProcessFigures()
        page.single(
            "process_start_time_seconds", .gauge, "Wanneer het programma begon.", startedAt.timeIntervalSince1970)
        if let bytes = figures.residentMemory {
            page.single("process_resident_memory_bytes", .gauge, "Geheugen in gebruik.", bytes)
        }
        if let seconds = figures.processorSeconds {
            page.single("process_cpu_seconds_total", .counter, "Rekentijd van alle threads samen.", seconds)
        }
        if let count = figures.openFiles {
            page.single("process_open_fds", .gauge, "Open bestanden en verbindingen.", count)
        }
    }
}
