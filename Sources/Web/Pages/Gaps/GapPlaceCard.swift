import Coverage
import Domain
import Foundation
import Hypertext
import Matching
import Registry

/// A place in the list behind a cell, as the one who looks may see it.
struct GapPlaceCard: Sendable {
    private let look: GapLook
    private let found: Assessment
    private let view: ServiceView
    private var call: PageCall { look.call }
    private var say: Words { call.say }

    init(_ look: GapLook, _ found: Assessment) {
        (self.look, self.found) = (look, found)
        view = look.view(of: found.place.service)
    }

    var html: HTML {
        .element("li", ["class": "ok-card"], name, badges, numbers, notes)
    }

    /// Why not, in one or two sentences about the place.
    func refusal(for profile: Profile) -> HTML {
        let reasons = found.exclusionList.map {
            call.snapshot.sentences(in: call.language).text(of: $0, at: found.place, for: profile)
        }
        return .element("li", [:], link, .text(": "), .text(reasons.joined(separator: " ")))
    }

    private var link: HTML {
        .element(
            "a", ["class": "nl-link", "href": call.href("/diensten/\(view.id.rawValue)")],
            .text("\(view.organizationName) – \(view.name)"))
    }

    private var name: HTML { .element("h3", ["class": "nl-heading"], link) }

    private var badges: HTML {
        let isNational = found.place.service.isOpenToAllProvinces
        let texts: [String?] = [
            view.shelterKind.map(call.label), province,
            isNational ? say("Landelijk", "National") : say("Alleen eigen regio", "Own region only"),
            found.conditions.isEmpty ? nil : say("In overleg", "In consultation"),
        ]
        return .element(
            "ul", ["class": "ok-badges"],
            texts.compactMap { $0 }.map { .element("li", ["class": "nl-data-badge"], .text($0)) })
    }

    private var province: String? { call.registry.geography.province(view.province)?.name }

    private var numbers: HTML {
        let total =
            found.place.capacity?.total.map(look.words.places)
            ?? say("Aantal plekken niet opgegeven", "Number of places not stated")
        return .joined([
            .paragraph(total + "."),
            look.seesFree ? count : .empty,
        ])
    }

    /// Scripts put a count of now in the place of one that they know: one of the past is no such count.
    private var count: HTML {
        guard look.question.day.isPast else {
            return CountView(view: view, call).html()
        }
        return .paragraph("\(look.words.freeThen): \(countThen)")
    }

    private var countThen: String {
        switch look.ground.livePlaces(at: look.moment).free(of: found.place.service) {
        case .unreliable:
            return say("niet bekend of toen al verouderd.", "not known, or out of date already.")
        case .known(let free):
            if view.capacity?.isPaused == true { return say("tijdelijk geen opname.", "no admissions for a while.") }
            let time = view.capacity?.confirmedAt.map(look.words.exact) ?? look.words.exact(look.moment)
            return look.words.places(free) + say(", bevestigd op \(time).", ", confirmed on \(time).")
        }
    }

    private var notes: HTML {
        let aftercare: String =
            switch view.aftercare {
            case .yes: say("Geeft nazorg.", "Gives aftercare.")
            case .no: say("Geeft geen nazorg.", "Gives no aftercare.")
            case .unknown, nil: say("Nazorg: nog niet opgegeven.", "Aftercare: not stated yet.")
            }
        let end = view.fundingEndsOn.map { date in
            date < DutchTime.today(call.now)
                ? say("Het geld stopte op \(look.words.day(date)).", "Funding ended on \(look.words.day(date)).")
                : say("Het geld stopt op \(look.words.day(date)).", "Funding ends on \(look.words.day(date)).")
        }
        return .paragraph([aftercare, end].compactMap { $0 }.joined(separator: " "))
    }
}
