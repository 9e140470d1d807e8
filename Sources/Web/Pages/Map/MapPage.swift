import Coverage
import Domain
import Foundation
import HTTP
import Hypertext
import Registry

/// The map of the country with a choice of what it shows: organisations, gaps, or from where somebody typical finds a
/// place (features F01 and F27). No counts: whether a place is free is for who signed in.
struct MapPage: Sendable {
    let call: PageCall
    let shelf: MapShelf

    func response() -> Response {
        let title = call.say("Kaart van Nederland", "Map of the Netherlands")
        return call.page(
            title,
            [
                .heading(1, title),
                .paragraph(
                    call.say(
                        "De kaart telt wat er is. Of een plek vrij is, ziet u na het inloggen.",
                        "The map counts what there is. Whether a place is free you see after signing in.")),
                views.choice(of: measure, at: "/kaart"), views.view(of: measure).html(), views.definition,
                coverage,
            ], isWide: true)
    }

    private var views: MapViews { MapViews(call: call, shelf: shelf) }

    private var measure: MapMeasure {
        call.values["kaart"].flatMap(MapMeasure.init(rawValue:)) == .gaps ? .gaps : .organizations
    }

    private var coverage: HTML {
        let reference = CoverageView.chosen(call)
        let found = reference.map { ($0, shelf.coverage(of: $0, in: call.registry, at: call.now)) }
        return CoverageView(call: call, views: views, found: found, isFree: false, path: "/kaart").html()
    }
}

/// Free places on the map, for who may see counts (feature F07): counts that may be relied on only.
struct FreeMapPage: Sendable {
    let call: PageCall
    let shelf: MapShelf

    func response() -> Response {
        let title = call.say("Vrije plekken op de kaart", "Free places on the map")
        return call.page(
            title,
            [
                .heading(1, title),
                .paragraph(
                    call.say(
                        "We tellen alleen plekken die kort geleden zijn bevestigd. Bel bij de andere plekken eerst.",
                        "We count only places that were confirmed a short time ago. Call the other places first.")),
                .element(
                    "p", ["class": "ok-item-meta"],
                    .text(call.say("Stand op", "As of") + " \(DutchTime.exact(call.now, in: call.language)).")),
                views.choice(of: .free, at: "/kaart"), views.view(of: .free).html(), coverage,
            ], trail: [Crumb(text: call.say("Kaart van Nederland", "Map of the Netherlands"), path: "/kaart")],
            isWide: true)
    }

    private var views: MapViews { MapViews(call: call, shelf: shelf) }

    private var coverage: HTML {
        let reference = CoverageView.chosen(call)
        let found = reference.map { ($0, shelf.freeCoverage(of: $0, in: call.snapshot, at: call.now)) }
        return CoverageView(call: call, views: views, found: found, isFree: true, path: "/kaart/vrij").html()
    }
}
