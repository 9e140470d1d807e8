import Foundation
import Testing

@Suite("Contrast, WCAG 2.2 no. 1.4.3 and 1.4.11")
struct ContrastTests {
    private static let grounds = ["paper", "surface"]

    /// Text of this colour on that ground.
    private static var texts: [(String, String)] {
        let plain = ["ink", "ink-soft", "accent", "accent-strong", "good", "wait", "stop"]
        let onGrounds = plain.flatMap { text in grounds.map { (text, $0) } }
        let onWash = ["accent", "good", "wait", "stop"].flatMap { [($0, "\($0)-wash"), ("ink", "\($0)-wash")] }
        return onGrounds + onWash + [
            ("on-accent", "accent"), ("on-accent", "accent-strong"), ("ink-soft", "line-soft"),
        ]
    }

    /// Borders of fields, the focus and signs.
    private static var shapes: [(String, String)] {
        ["line", "focus", "accent"].flatMap { shape in grounds.map { (shape, $0) } }
    }

    private func contrast(_ one: String, _ other: String, _ scheme: StyleSheet.Scheme) throws -> Double {
        let sheet = try StyleSheet.shipped.get()
        let first = try #require(sheet.color("var(--ok-color-\(one))", scheme), "no colour \(one)")
        return try first.contrast(with: #require(sheet.color("var(--ok-color-\(other))", scheme), "no colour \(other)"))
    }

    @Test(arguments: StyleSheet.Scheme.allCases)
    func text(scheme: StyleSheet.Scheme) throws {
        for (text, ground) in Self.texts {
            let found = try contrast(text, ground, scheme)
            #expect(found >= 4.5, "\(text) on \(ground): \(found)")
        }
    }

    @Test(arguments: StyleSheet.Scheme.allCases)
    func bordersFocusAndSigns(scheme: StyleSheet.Scheme) throws {
        for (shape, ground) in Self.shapes {
            let found = try contrast(shape, ground, scheme)
            #expect(found >= 3, "\(shape) on \(ground): \(found)")
        }
    }

    /// Every rule that sets both a colour and a ground.
    @Test(arguments: StyleSheet.Scheme.allCases)
    func rulesThatSetBoth(scheme: StyleSheet.Scheme) throws {
        let sheet = try StyleSheet.shipped.get()
        var count = 0
        for rule in sheet.rules where !rule.isPrint && !rule.isForced {
            guard let ground = rule["background"] ?? rule["background-color"], let text = rule["color"] else {
                continue
            }
            guard let one = sheet.color(text, scheme), let other = sheet.color(ground, scheme) else { continue }
            count += 1
            #expect(one.contrast(with: other) >= 4.5, "\(rule.selector): \(one.contrast(with: other))")
        }
        #expect(count > 5)
    }

    /// Borders that show where a field or a button is.
    @Test(arguments: StyleSheet.Scheme.allCases)
    func fieldsHaveABorder(scheme: StyleSheet.Scheme) throws {
        let sheet = try StyleSheet.shipped.get()
        for rule in sheet.rules where rule.selector.contains("utrecht-textbox") && rule.conditions.isEmpty {
            guard let border = rule["border"], let token = border.firstMatch(of: /var\(--ok-color-[a-z-]+\)/) else {
                continue
            }
            let color = try #require(sheet.color(String(token.0), scheme))
            for ground in Self.grounds {
                let other = try #require(sheet.color("var(--ok-color-\(ground))", scheme))
                #expect(color.contrast(with: other) >= 3, "\(rule.selector) on \(ground)")
            }
        }
    }
}
