import Access
import Domain
import Foundation
import Hypertext
import Ledger
import Registry

/// One record on the log's page.
struct AuditCard: Sendable {
    let sealed: SealedRecord
    let page: AuditPage

    private var record: Record { sealed.record }

    func html() -> HTML {
        let sentence = AuditSentence(record: record, registry: page.registry)
        let details = sentence.changes + [sentence.reason].compactMap(\.self)
        return .element(
            "li", ["class": "ok-card"],
            .element("p", ["class": "ok-service"], time, .text(" · regel \(AuditSentence.number(record.sequence))")),
            .element("p", [:], who, .void("br", [:]), .text(sentence.text)), period,
            details.isEmpty ? .empty : .element("ul", [:], details.map { .element("li", [:], .text($0)) }))
    }

    private var time: HTML {
        .element("time", ["datetime": Timestamp.preciseText(record.date)], .text(DutchTime.exact(record.date)))
    }

    /// Since when was counted, where the line stands for several.
    private var period: HTML {
        guard let since = record.note?.since else { return .empty }
        return .element("p", ["class": "ok-service"], .text("Geteld vanaf \(DutchTime.exact(since))."))
    }

    private var who: HTML {
        guard let actor = record.actor else { return .element("strong", [:], .text(nobody)) }
        let name = page.keys.first { $0.id == actor.keyID }?.name ?? page.registry.codeLists.label(actor.role)
        let organization = actor.organization.map { page.registry.organization($0)?.name ?? $0.rawValue }
        let about = [organization, actor.keyID].compactMap(\.self).joined(separator: ", ")
        let address = page.filter.address(ProtectedReads.log.path, ["who": actor.keyID])
        return .element("a", ["class": "nl-link", "href": address], .text("\(name) (\(about))"))
    }

    private var nobody: String {
        switch record.kind.topic {
        case .refused, .sessions: "Iemand zonder geldige sleutel"
        case .keys: "Met de opdracht ‘key’"
        case .viewed, .counts, .holds, .rules, .service: "Het programma"
        }
    }
}
