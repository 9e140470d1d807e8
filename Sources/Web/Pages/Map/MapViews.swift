import Coverage
import Domain
import Foundation
import Hypertext
import Registry

/// Makes the views of the map for a page: what is counted, in the words of its language.
struct MapViews: Sendable {
    let call: PageCall
    let shelf: MapShelf

    private var words: GapWords { GapWords(call: call) }
    private var figures: MapFigures { MapFigures(snapshot: call.snapshot, now: call.now) }

    /// What the gaps are that stand beside the map.
    var definition: HTML { .element("p", ["class": "ok-item-meta"], .text(words.definition)) }

    /// The map of a measure that everybody may see, and of free places for who may see counts.
    func view(of measure: MapMeasure) -> ProvinceMapView {
        let figures = figures
        let items = call.registry.geography.provinces.map { province in
            let organizations = figures.organizations(in: province.code)
            let gaps = figures.gaps(in: province.code)
            let free = measure == .free ? figures.free(in: province.code) : 0
            let known = "\(organizationWords(organizations)) · \(words.gaps(gaps))"
            return item(
                province,
                figure: measure == .organizations ? organizations : measure == .gaps ? gaps : free,
                words: measure == .free ? freeWords(free) : known)
        }
        return ProvinceMapView(
            drawing: shelf.drawing(of: call.registry), items: items, title: title(of: measure), unit: unit(of: measure),
            unitOfOne: unitOfOne(of: measure), language: call.language)
    }

    /// The map of where somebody typical finds a place, dot by dot.
    func view(of coverage: TownCoverage, for reference: ReferenceProfile, isFree: Bool) -> ProvinceMapView {
        let map = call.registry.geography
        let towns = Dictionary(grouping: map.municipalities, by: \.province)
        let items = map.provinces.map { province in
            let answers = (towns[province.code] ?? []).map { coverage.answers[$0.code] ?? .nothing }
            return item(province, figure: nil, words: words(of: answers, isFree: isFree))
        }
        let drawing = shelf.drawing(of: call.registry)
        let dots = TownCoverage.Answer.allCases.map { answer in
            ProvinceMapView.Dots(
                look: Self.look(of: answer),
                spots: drawing.map { drawing in
                    map.municipalities.filter { coverage.answers[$0.code] == answer }.map {
                        drawing.spot(latitude: $0.latitude, longitude: $0.longitude)
                    }
                } ?? [],
                words: "\(legend(answer, isFree: isFree)) (\(townCount(coverage.count(answer))))")
        }
        return ProvinceMapView(
            drawing: drawing, items: items, title: reference.label[call.language], unit: "", dots: dots,
            language: call.language)
    }

    /// The measures as links, the chosen one marked.
    func choice(of chosen: MapMeasure, at path: String, anchor: String = "") -> HTML {
        let measures: [(MapMeasure, String, String)] = [
            (.organizations, call.say("Aantal organisaties", "Number of organisations"), call.href(path) + anchor),
            (.gaps, call.say("Aantal gaten", "Number of gaps"), call.href(path) + "?kaart=gaten" + anchor),
            (.free, call.say("Vrije plekken nu", "Free places now"), call.href("/kaart/vrij")),
        ]
        return .element(
            "nav", ["class": "ok-choice-row", "aria-label": call.say("Wat de kaart laat zien", "What the map shows")],
            .element("p", ["class": "ok-choice-lead"], .text(call.say("Laat op de kaart zien:", "Show on the map:"))),
            .element(
                "ul", [:],
                measures.map { measure, name, address in
                    .element(
                        "li", [:],
                        .element(
                            "a", ["href": address, "aria-current": measure == chosen ? "true" : nil], .text(name)))
                }))
    }

    // MARK: Words

    private func item(_ province: Province, figure: Int?, words: String) -> ProvinceMapView.Item {
        ProvinceMapView.Item(
            code: province.code, name: province.name, href: call.href(province), figure: figure, words: words)
    }

    private func title(of measure: MapMeasure) -> String {
        switch measure {
        case .organizations: call.say("Organisaties per provincie", "Organisations by province")
        case .gaps: call.say("Gaten per provincie", "Gaps by province")
        case .free: call.say("Vrije plekken per provincie", "Free places by province")
        }
    }

    private func unit(of measure: MapMeasure) -> String {
        switch measure {
        case .organizations: call.say("organisaties", "organisations")
        case .gaps: call.say("gaten", "gaps")
        case .free: call.say("vrije plekken", "free places")
        }
    }

    private func unitOfOne(of measure: MapMeasure) -> String {
        switch measure {
        case .organizations: call.say("organisatie", "organisation")
        case .gaps: call.say("gat", "gap")
        case .free: call.say("vrije plek", "free place")
        }
    }

    private func organizationWords(_ count: Int) -> String {
        count == 1
            ? call.say("1 organisatie", "1 organisation") : call.say("\(count) organisaties", "\(count) organisations")
    }

    private func freeWords(_ count: Int) -> String {
        switch count {
        case 0: call.say("geen vrije plek", "no free place")
        case 1: call.say("1 vrije plek", "1 free place")
        default: call.say("\(count) vrije plekken", "\(count) free places")
        }
    }

    private func townCount(_ count: Int) -> String {
        count == 1
            ? call.say("1 gemeente", "1 municipality") : call.say("\(count) gemeenten", "\(count) municipalities")
    }

    /// `20 gemeenten met een plek in de eigen regio · 5 gemeenten alleen landelijk`.
    private func words(of answers: [TownCoverage.Answer], isFree: Bool) -> String {
        let parts = TownCoverage.Answer.allCases.compactMap { answer -> String? in
            let count = answers.count { $0 == answer }
            return count == 0 ? nil : "\(townCount(count)) \(legend(answer, isFree: isFree))"
        }
        return parts.joined(separator: " · ")
    }

    func legend(_ answer: TownCoverage.Answer, isFree: Bool) -> String {
        switch (answer, isFree) {
        case (.ownRegion, false): call.say("met een plek in de eigen regio", "with a place in their own region")
        case (.nationalOnly, false): call.say("alleen landelijk", "national only")
        case (.nothing, false): call.say("zonder plek", "without a place")
        case (.ownRegion, true):
            call.say("met een vrije plek in de eigen regio", "with a free place in their own region")
        case (.nationalOnly, true): call.say("alleen landelijk vrij", "free nationally only")
        case (.nothing, true): call.say("zonder vrije plek", "without a free place")
        }
    }

    private static func look(of answer: TownCoverage.Answer) -> ProvinceMapView.Dots.Look {
        switch answer {
        case .ownRegion: .full
        case .nationalOnly: .small
        case .nothing: .cross
        }
    }
}
