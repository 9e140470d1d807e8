import Domain
import Foundation
import Hypertext

/// Where facts come from and when they were checked (domain section 2, no. 12).
struct SourceView: Sendable {
    let call: PageCall
    let sources: [Source]
    let confidence: Confidence?
    let checkedOn: CalendarDate?

    func html() -> HTML {
        .facts([
            (call.say("Nagekeken", "Checked"), checked), (call.say("Zekerheid", "Certainty"), certainty),
            (call.say("Bron", "Source"), list),
        ])
    }

    private var checked: HTML { checkedOn.map { .text(DutchTime.day($0, in: call.language)) } ?? call.notStated }

    private var certainty: HTML { confidence.map { .text(call.label($0)) } ?? call.notStated }

    private var list: HTML { sources.isEmpty ? call.notStated : .list(sources.map(source)) }

    private func source(_ source: Source) -> HTML {
        let date = source.date.map { " (\(DutchTime.day($0, in: call.language)))" } ?? ""
        guard let url = source.url else { return .joined([call.asWritten(source.title), .text(date)]) }
        return .joined([
            .element(
                "a", ["class": "nl-link", "href": url, "rel": "noreferrer", "hreflang": "nl"],
                call.asWritten(source.title)), .text(date),
        ])
    }
}
