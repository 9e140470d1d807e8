import Foundation
import Testing

@Suite("Style sheet, conventions section 6")
struct StyleSheetTests {
    private func sheet() throws -> StyleSheet { try StyleSheet.shipped.get() }

    @Test func itIsRead() throws {
        let small = StyleSheet("/* a { } */ :root { --a: #fff; } @media print { p { color: var(--a); } } b { c: d }")

        #expect(small.rules.map(\.selector) == [":root", "p", "b"])
        #expect(small.rules[1].isPrint && small.color("var(--a)", .dark) == StyleColor("#ffffff"))
        #expect(try sheet().rules.count > 80)
    }

    /// Published pairs: white on black, and the grey that just passes.
    @Test(arguments: [("#fff", "#000", 21.0), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54)])
    func contrastIsThatOfTheNorm(one: String, other: String, expected: Double) throws {
        let contrast = try #require(StyleColor(one)).contrast(with: #require(StyleColor(other)))
        #expect(abs(contrast - expected) < 0.01)
    }

    /// Values of colours live in the tokens; what follows the system's own colours may name those.
    @Test func coloursAreTokens() throws {
        let loose = /#[0-9a-fA-F]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|oklch|lab|lch|hwb|color)\(/
        let named = /\b(?:black|white|red|green|blue|grey|gray|orange|yellow|navy|silver|purple|teal|maroon)\b/
        for rule in try sheet().rules where !rule.selector.contains(":root") {
            for declaration in rule.declarations where !declaration.isToken {
                let value = declaration.value
                #expect(value.firstMatch(of: loose) == nil, "\(rule.selector) { \(declaration.property): \(value) }")
                guard !rule.isPrint else { continue }
                #expect(value.firstMatch(of: named) == nil, "\(rule.selector) { \(declaration.property): \(value) }")
            }
        }
    }

    @Test func nothingIsMeasuredInPixels() throws {
        for rule in try sheet().rules {
            // One pixel is what is left of something that is there for screen readers alone.
            for declaration in rule.declarations where declaration.value != "1px" {
                #expect(
                    declaration.value.firstMatch(of: /[0-9]px\b/) == nil, "\(rule.selector): \(declaration.value)")
            }
            #expect(!rule.conditions.contains { $0.contains("px") }, "\(rule.conditions)")
        }
    }

    /// Start and end instead of left and right (logical properties), so that any way of writing works.
    @Test func directionsAreLogical() throws {
        let physical = /^(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)/
        let sizes: Set = [
            "width", "height", "min-width", "min-height", "max-width", "max-height", "left", "right", "top", "bottom",
        ]
        // Paper has a width; nothing on it is turned.
        for rule in try sheet().rules where !rule.isPrint && !rule.selector.hasPrefix("@page") {
            for declaration in rule.declarations {
                let property = declaration.property
                #expect(property.firstMatch(of: physical) == nil, "\(rule.selector) { \(property) }")
                #expect(!sizes.contains(property), "\(rule.selector) { \(property) }")
                #expect(
                    !(property == "text-align" && ["left", "right"].contains(declaration.value)), "\(rule.selector)")
            }
        }
    }

    @Test func whatPeopleAskedTheirDeviceForIsFollowed() throws {
        let conditions = try sheet().rules.flatMap(\.conditions)
        for wish in ["prefers-color-scheme: dark", "forced-colors: active", "prefers-reduced-motion", "print"] {
            #expect(conditions.contains { $0.contains(wish) }, "\(wish)")
        }
        // What moves, moves for those alone who did not ask for less.
        let moving = ["transition", "animation", "scroll-behavior"]
        for rule in try sheet().rules where rule.declarations.contains(where: { moving.contains($0.property) }) {
            #expect(
                rule.conditions.contains { $0.contains("prefers-reduced-motion: no-preference") }, "\(rule.selector)")
        }
    }

    @Test func nothingIsFetched() throws {
        #expect(try sheet().statements.isEmpty)
        for rule in try sheet().rules {
            #expect(!rule.selector.hasPrefix("@font-face"))
            for declaration in rule.declarations { #expect(!declaration.value.contains("url("), "\(rule.selector)") }
        }
    }

    @Test func theFocusIsSeen() throws {
        let focus = try #require(try sheet().rules.first { $0.selector == ":focus-visible" })
        let width = try #require(focus["outline"]?.firstMatch(of: /([0-9.]+)rem solid/).flatMap { Double($0.1) })
        #expect(width >= 0.125)
        for rule in try sheet().rules {
            guard let outline = rule["outline"] ?? rule["outline-style"], ["none", "0"].contains(outline) else {
                continue
            }
            // The main part is focused by the skip link alone, and so is a heading of errors; nobody tabs to them.
            // Around a choice or a door as a whole the frame is drawn by what is around it.
            let skipped = ["main", "[tabindex=\"-1\"]", ".ok-door", ".ok-tap"]
            #expect(skipped.contains { rule.selector.contains($0) }, "\(rule.selector)")
        }
    }

    /// WCAG 2.2, 2.5.8 asks 24 px; what people press most is 44 px at least.
    @Test(arguments: [
        (".nl-button", 2.75), (".nl-button--subtle", 1.5), (".utrecht-textbox", 2.75), (".utrecht-select", 2.75),
        (".ok-choice", 2.75), ("summary", 1.5),
    ])
    func targetsAreLarge(selector: String, least: Double) throws {
        let sheet = try sheet()
        let own = sheet.rules.filter { rule in
            rule.conditions.isEmpty
                && rule.selector.split(separator: ",").contains {
                    $0.trimmingCharacters(in: .whitespaces) == selector
                }
        }
        let sizes = own.compactMap { $0["min-block-size"] }.compactMap(sheet.rem)
        let size = try #require(sizes.last, "\(selector) has no size")
        #expect(size >= least)
    }

    @Test func boxesToTickAreLarge() throws {
        let sheet = try sheet()
        let box = try #require(sheet.rules.first { $0.selector == ".ok-choice input" })
        #expect(try #require(box["inline-size"].flatMap(sheet.rem)) >= 1.5)
        #expect(try #require(box["block-size"].flatMap(sheet.rem)) >= 1.5)
    }
}
