import Domain
import Foundation
import Hypertext
import Ledger
import Matching

/// The list that led to a page about one place (screens S7 and S9): what was filled in goes along in the body of the
/// page's forms, so that the way back and the next place are there. A browser cannot go back to the list by itself, for
/// it may not keep an answer to a search.
struct ListBehind: Sendable {
    let call: PageCall
    private let asked: Asked

    /// The end of the address of a page that is reached from the list.
    static let path = "uit-lijst"

    init(call: PageCall, asked: Asked) { (self.call, self.asked) = (call, asked) }

    /// `nil` where no list led here.
    init?(_ call: PageCall) {
        guard call.values["age"] != nil, let asked = SearchForm(call).read().asked else { return nil }
        self.init(call: call, asked: asked)
    }

    /// The address of a page about `service` that keeps the list.
    static func address(_ page: String, _ service: ServiceID) -> String { "\(page)\(service.rawValue)/\(path)" }

    private var say: Words { call.say }
    private var form: AnswersForm { AnswersForm(call: call) }

    /// Back to the same list, made anew.
    var back: HTML {
        let button = form.button(say("Terug naar uw lijst", "Back to your list"), to: "/zoeken", class: "ok-linkbutton")
        return form.html([.paragraph(button, class: "ok-back")], keeping: AnswersForm.others)
    }

    /// The answers once more, for a form of its own.
    var fields: HTML { .joined(form.fields(keeping: AnswersForm.others)) }

    /// How many places of a service are needed for all who come.
    func places(of service: Service) -> Int {
        let capacity = call.snapshot.state.capacity(of: service.id)?.capacity
        return asked.profile.placesNeeded(of: capacity?.unit ?? .bed)
    }

    /// The first place after `service`, else the first of all, that has room for all who come.
    func next(after service: ServiceID) -> Service? {
        let placements = Outcome(call, asked).result.placements
        let rank = placements.first { $0.service.id == service }?.rank ?? 0
        let open = placements.filter { $0.service.id != service && hasRoom($0) }
        return (open.first { $0.rank > rank } ?? open.first)?.service
    }

    private func hasRoom(_ placement: Placement) -> Bool {
        let view = call.view(of: placement.service)
        guard !placement.service.isAmbulatory, placement.section.order <= Section.ompReserve.order,
            CountState(of: view).isOpen, let free = view.capacity?.free
        else { return false }
        return free >= places(of: placement.service)
    }

    /// A button of the page's form that asks for `service` instead.
    func holdButton(_ service: Service, _ text: String, class style: String) -> HTML {
        form.button(text, to: Self.address("/vasthouden/", service.id), class: style)
    }
}
