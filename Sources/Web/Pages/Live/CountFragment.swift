import Domain
import Foundation

/// The count of one place as it is by now, for a page that shows how it was; and what is to be read aloud of the
/// difference (screen S7, live changes).
struct CountFragment: Sendable {
    let call: PageCall
    let service: Service

    private var say: Words { call.say }

    func html() -> HTML {
        let view = LiveCountView(view: call.view(of: service), now: call.now, say: say)
        // What the page says of it; a page that does not know takes no difference.
        let before = call.values["was"].flatMap(LiveCountView.State.init(rawValue:))
        let isJustTaken = before == .free && view.state == .full
        return .joined([
            view.html(isJustTaken: isJustTaken),
            sentence(from: before, to: view.state).map { .element("p", ["data-say": ""], .text($0)) } ?? .empty,
        ])
    }

    private func sentence(from before: LiveCountView.State?, to now: LiveCountView.State) -> String? {
        let name = service.organizationName
        return switch (before, now) {
        case (.free, .full):
            say("Bij \(name) is de laatste plek net bezet.", "The last place at \(name) was just taken.")
        case (.free, .closed):
            say("\(name) neemt nu even niemand op.", "\(name) takes nobody in for now.")
        case (.full, .free), (.closed, .free):
            say("Bij \(name) is weer een plek vrij.", "\(name) has a free place again.")
        default: nil
        }
    }
}
