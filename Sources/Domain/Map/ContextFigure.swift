import Foundation

/// A number about the need or the supply, with what it is worth (feature F28). Figures of different series
/// are never put in one row.
package struct ContextFigure: Hashable, Sendable {
    package let id: String
    package let series: String
    package let label: String
    package let value: Double
    /// The lowest and highest, where the source gives a range.
    package let range: ClosedRange<Double>?
    package let unit: String
    package let period: String
    package let kind: FigureKind
    package let area: Area?
    package let caveat: String?
    package let source: Source

    package init(
        id: String, series: String, label: String, value: Double, range: ClosedRange<Double>? = nil, unit: String,
        period: String, kind: FigureKind, area: Area? = nil, caveat: String? = nil, source: Source
    ) {
        (self.id, self.series, self.label, self.value) = (id, series, label, value)
        (self.range, self.unit, self.period, self.kind) = (range, unit, period, kind)
        (self.area, self.caveat, self.source) = (area, caveat, source)
    }
}
