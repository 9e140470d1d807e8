import Domain
import Foundation
import Hypertext

/// The provinces as a map with a figure in each, the same as a list, and what the shades mean (screens S1 and S14).
///
/// Every state is told by a figure beside its shade. The list is the map in words, stands before it and is enough by
/// itself; the map is for who sees it.
struct ProvinceMapView: Sendable {
    /// One province as it is shown.
    struct Item: Sendable {
        let code: ProvinceCode
        let name: String
        let href: String
        /// What the shade and the number in the map stand for; `nil` where there is none to show.
        let figure: Int?
        /// The figure in words, and what else the list says.
        let words: String
    }

    /// Dots on the map that look alike.
    struct Dots: Sendable {
        enum Look: String, Sendable { case full, small, cross }

        let look: Look
        let spots: [MapDrawing.Spot]
        /// What they mean, for the legend.
        let words: String
    }

    /// `nil` where nothing was drawn: then the list is all there is.
    let drawing: MapDrawing?
    let items: [Item]
    /// What the map shows, as its name.
    let title: String
    /// What one shade counts, such as `organisaties`.
    let unit: String
    /// The same of one.
    var unitOfOne: String?
    var dots: [Dots] = []
    let language: Language

    /// List, map and legend side by side.
    func html() -> HTML {
        .element("div", ["class": "ok-map-both"], list(), figure())
    }

    func list() -> HTML {
        .element(
            "ul", ["class": "ok-map-list"],
            items.map { item in
                .element(
                    "li", ["data-area": item.code.rawValue],
                    .element("a", ["class": "nl-link", "href": item.href], .text(item.name)),
                    .element("span", ["class": "ok-map-words"], .text(item.words)))
            })
    }

    /// Empty where nothing was drawn.
    func figure() -> HTML {
        guard let drawing else { return .empty }
        return .element(
            "figure", ["class": "ok-map-figure"], svg(drawing),
            .element("figcaption", [:], .element("p", ["class": "ok-map-title"], .text(title)), legend()))
    }

    // MARK: The map

    private var scale: MapScale { MapScale(items.compactMap(\.figure)) }

    private func svg(_ drawing: MapDrawing) -> HTML {
        let (scale, shapes) = (scale, drawing.shapes)
        let areas = items.compactMap { item in shapes[item.code].map { area(item, $0, scale) } }
        return .element(
            "svg",
            [
                "class": "ok-map", "data-map": "", "viewBox": "0 0 \(drawing.width) \(MapDrawing.height)",
                "role": "group", "aria-label": title,
            ], areas + dots.filter { !$0.spots.isEmpty }.map(marks))
    }

    /// The numbers are read with the name of their link, not one by one.
    private func area(_ item: Item, _ shape: MapDrawing.Shape, _ scale: MapScale) -> HTML {
        let number: HTML =
            item.figure.map { figure in
                .element(
                    "text", ["x": "\(shape.label.x)", "y": "\(shape.label.y)", "dy": ".35em"], .text("\(figure)"))
            } ?? .empty
        return .element(
            "a",
            [
                "href": item.href, "data-area": item.code.rawValue, "aria-label": "\(item.name): \(item.words)",
                "class": item.figure.map { "ok-shade-\(scale.shade(of: $0))" },
            ],
            .element("title", [:], .text(item.name)), .element("path", ["d": shape.path]),
            dots.isEmpty ? number : .empty)
    }

    /// All dots of one look are one line of points: three hundred of them are four kilobytes.
    private func marks(_ dots: Dots) -> HTML {
        let path = dots.spots.map { spot in
            dots.look == .cross
                ? "M\(spot.x - 5) \(spot.y - 5)l10 10m0-10l-10 10" : "M\(spot.x) \(spot.y)h0"
        }
        return .element("path", ["class": "ok-dots ok-dots--\(dots.look.rawValue)", "d": path.joined()])
    }

    // MARK: The legend

    private func legend() -> HTML {
        let marks: [HTML] = dots.filter { !$0.spots.isEmpty }.map { dots in
            .element("li", [:], sample(dots.look), .text(dots.words))
        }
        let shades: [HTML] = shadeWords.map { shade, words in
            let swatch = HTML.element("span", ["class": "ok-swatch ok-shade-\(shade)", "aria-hidden": "true"])
            return .element("li", [:], swatch, .text(words))
        }
        return .element("ul", ["class": "ok-legend"], dots.isEmpty ? shades : marks)
    }

    private func sample(_ look: Dots.Look) -> HTML {
        .element(
            "svg", ["class": "ok-map ok-swatch-dot", "viewBox": "0 0 30 30", "aria-hidden": "true"],
            marks(Dots(look: look, spots: [MapDrawing.Spot(x: 15, y: 15)], words: "")))
    }

    private var shadeWords: [(shade: Int, words: String)] {
        let scale = scale
        let none = scale.hasNone ? [(0, language == .dutch ? "geen \(unit)" : "no \(unit)")] : []
        return none
            + scale.ranges.enumerated().map { number, range in
                let joint = language == .dutch ? "tot en met" : "to"
                let words =
                    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) \(joint) \(range.upperBound)"
                return (number + 1, "\(words) \(range == 1...1 ? unitOfOne ?? unit : unit)")
            }
    }
}
