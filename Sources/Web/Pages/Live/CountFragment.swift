import Domain
import Foundation
import Hypertext

/// The count of one place as it is by now, for a page that shows how it was; and what is to be read aloud of the
/// difference (screen S7, live changes).
struct CountFragment: Sendable {
    let call: PageCall
    let service: Service

    private var say: Words { call.say }

    func html() -> HTML {
        let view = call.view(of: service)
        let state = CountState(of: view)
        // What the page says of it; a page that does not know takes no difference.
        let before = call.values["was"].flatMap(CountState.init(rawValue:))
        let isJustTaken = before?.isOpen == true && state == .full
        let count = CountView(view: view, call, isJustTaken: isJustTaken)
        return .joined([
            count.html(),
            sentence(from: before, to: state).map { .element("p", ["data-say": ""], .text($0)) } ?? .empty,
        ])
    }

    private func sentence(from before: CountState?, to now: CountState) -> String? {
        let name = service.organizationName
        return switch (before, now) {
        case (.free, .full), (.nearlyFull, .full):
            say("Bij \(name) is de laatste plek net bezet.", "The last place at \(name) was just taken.")
        case (.free, .closed), (.nearlyFull, .closed):
            say("\(name) neemt nu even niemand op.", "\(name) takes nobody in for now.")
        case (.full, .free), (.closed, .free), (.full, .nearlyFull), (.closed, .nearlyFull):
            say("Bij \(name) is weer een plek vrij.", "\(name) has a free place again.")
        default: nil
        }
    }
}
