import Foundation

/// A number about the need or the supply, with what it is worth (feature F28). Figures of different series
/// are never put in one row.
package struct ContextFigure: Hashable, Sendable {
    package let id: String
    package let series: String
    package let label: String
    package let value: Double
    /// The lowest, where the source gives one; never above ``maximum``.
    package let minimum: Double?
    /// The highest, where the source gives one: "at least 30" has only a ``minimum``.
    package let maximum: Double?
    package let unit: String
    package let period: String
    package let kind: FigureKind
    package let area: Area?
    package let caveat: String?
    package let source: Source

    package init(
        id: String, series: String, label: String, value: Double, minimum: Double? = nil, maximum: Double? = nil,
        unit: String, period: String, kind: FigureKind, area: Area? = nil, caveat: String? = nil, source: Source
    ) {
        (self.id, self.series, self.label, self.value) = (id, series, label, value)
        (self.minimum, self.maximum, self.unit, self.period) = (minimum, maximum, unit, period)
        (self.kind, self.area, self.caveat, self.source) = (kind, area, caveat, source)
    }
}
