import Domain
import Foundation
import Matching

/// One answered search and all that its page is made of.
struct Outcome: Sendable {
    let call: PageCall
    let asked: Asked
    let result: SearchResult
    let sentences: Sentences
    /// Places that were ticked to be compared, in the order of the list.
    let chosen: Set<ServiceID>

    /// How many cards one page shows at first, and at most (contract section 5, `detail=top`).
    static let firstCards = 20
    static let mostCards = 100
    /// How many places can be compared.
    static let fewestCompared = 2
    static let mostCompared = 4

    /// How many cards are shown.
    let limit: Int

    /// - Parameter isWhole: every placement is worked out, and every excluded place too.
    init(_ call: PageCall, _ asked: Asked, isWhole: Bool = false) {
        (self.call, self.asked, limit) = (call, asked, Self.limit(call.values))
        result = call.snapshot.result(
            for: asked.profile, at: call.now, limit: isWhole ? nil : limit, scarcity: .shown)
        sentences = call.snapshot.sentences(in: call.language)
        chosen = Set(call.values.all(AnswersForm.chosen).compactMap(ServiceID.init(rawValue:)))
    }

    var say: Words { call.say }
    var profile: Profile { asked.profile }

    /// How many cards were asked for.
    private static func limit(_ values: FormValues) -> Int {
        let wanted = values["limit"].flatMap(Int.init) ?? firstCards
        return min(mostCards, max(1, wanted))
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
        let shelters = result.placements.filter { !$0.service.isAmbulatory }
        return !shelters.isEmpty && shelters.allSatisfy { !$0.assessment.availability.freshness.isReliable }
    }

    /// The first day on which something that fits is expected to be free.
    var nextExpected: (day: CalendarDate, service: Service)? {
        let today = DutchTime.today(call.now)
        let days = result.placements.compactMap { placement -> (day: CalendarDate, service: Service)? in
            guard placement.section == .waiting, placement.assessment.availability.freshness.isReliable else {
                return nil
            }
            guard let day = placement.assessment.place.capacity?.expectedFreeOn, day >= today else { return nil }
            return (day, placement.service)
        }
        return days.min { $0.day < $1.day }
    }

    /// `Organisatie – dienst`, which is how a place is called everywhere on these pages.
    static func name(of service: Service) -> String { "\(service.organizationName) – \(service.name)" }
}
