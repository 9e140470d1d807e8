import Domain
import Foundation
import Matching
import Registry

/// One answered search and all that its page is made of. A reference, because every part of the page has it at hand.
final class Outcome: Sendable {
    let call: PageCall
    let asked: Asked
    let result: SearchResult
    let sentences: Sentences
    /// Places that were ticked to be compared, in the order of the list.
    let chosen: Set<ServiceID>

    /// How many cards a section shows on request, and at most.
    static let mostCards = 100
    /// How many places can be compared.
    static let fewestCompared = 2
    static let mostCompared = 4

    /// Whether more than the first of each section was asked for.
    let showsMore: Bool

    init(_ call: PageCall, _ asked: Asked) {
        (self.call, self.asked) = (call, asked)
        showsMore = call.values.has(Self.more, "alle")
        result = call.snapshot.result(for: asked.profile, at: call.now, limit: nil, scarcity: .shown)
        sentences = call.snapshot.sentences(in: call.language)
        chosen = Set(call.values.all(AnswersForm.chosen).compactMap(ServiceID.init(rawValue:)))
    }

    var say: Words { call.say }
    var profile: Profile { asked.profile }

    /// The field that asks for more than the first of each section.
    static let more = "meer"

    /// How many cards a section shows: most where somebody can go now, a few of what is for later.
    func cards(in section: Section, isFirst: Bool) -> Int {
        if showsMore { return Self.mostCards }
        if isFirst { return 8 }
        return section.order <= Section.callFirst.order ? 3 : 2
    }

    var sections: [RankedSection] { result.sections }

    func total(of section: Section) -> Int { sections.first { $0.section == section }?.total ?? 0 }

    /// Whether there is anything but a last resort.
    var hasPlace: Bool { sections.contains { $0.section != .fallback } }

    /// Whether somebody could go somewhere now, as far as is known.
    var hasOpenPlace: Bool {
        sections.contains { [.fitsNow, .inConsultation, .callFirst, .ompReserve].contains($0.section) }
    }

    /// Nothing that fits has a count that can be relied on.
    var hasNoCounts: Bool {
        let shelters = sections.lazy.flatMap(\.placements).filter { !$0.service.isAmbulatory }
        return !shelters.isEmpty && shelters.allSatisfy { !$0.assessment.availability.freshness.isReliable }
    }

    /// The first day on which something that fits is expected to be free.
    var nextExpected: (day: CalendarDate, service: Service)? {
        let today = DutchTime.today(call.now)
        let waiting = sections.first { $0.section == .waiting }
        let days = (waiting?.placements ?? []).compactMap { placement -> (day: CalendarDate, service: Service)? in
            guard placement.assessment.availability.freshness.isReliable else { return nil }
            guard let day = placement.assessment.place.capacity?.expectedFreeOn, day >= today else { return nil }
            return (day, placement.service)
        }
        return days.min { $0.day < $1.day }
    }

    /// The number to call for a place: its own, that of the organisation, or CoMensha where that places people there.
    func phone(for view: ServiceView) -> String? {
        if let own = view.referral?.phone { return own }
        if let shared = call.registry.organization(view.organization)?.phones.first?.number { return shared }
        let isPlaced = view.referral?.routes.contains(.viaComensha) ?? false
        return isPlaced ? call.registry.coordination.backup.phone : nil
    }

    /// `Organisatie – dienst`, which is how a place is called everywhere on these pages.
    static func name(of service: Service) -> String { "\(service.organizationName) – \(service.name)" }
}
