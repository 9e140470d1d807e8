import Coverage
import Domain
import Foundation
import HTTP
import Hypertext
import Registry

/// The gap matrix (screen S14): what to look at, one province for a phone, the table, the largest gaps in words, and
/// how it is counted.
struct GapMatrixPage: Sendable {
    private let look: GapLook
    private var call: PageCall { look.call }
    private var say: Words { call.say }

    /// Where links that sort come back to.
    static let tableID = "tabel"
    static let provinceID = "provincie-lijst"

    init(_ look: GapLook) { self.look = look }

    var response: Response {
        call.page(
            title,
            [
                .heading(1, title),
                .paragraph(
                    say(
                        "Hier ziet u voor wie er in een provincie geen of weinig opvang is.",
                        "Here you see for whom a province has little or no shelter.") + " " + look.words.definition),
                whyNotFree, GapFilterForm(call, look.question, look.words).html, asOf, province, matrix, largest,
                legend, export,
            ], isWide: true)
    }

    private var title: String { look.words.titled(say("Gaten in de opvang", "Gaps in shelter")) }

    private var whyNotFree: HTML {
        let why: String
        switch look.whyNotFree {
        case nil: return .empty
        case .notSignedIn: why = say("Log in om vrije plekken te zien.", "Sign in to see free places.")
        case .notYet:
            why = say("Wat op die dag vrij is, weet nog niemand.", "Nobody knows yet what is free on that day.")
        }
        let rest = say("Hieronder staan alle plekken, vrij of bezet.", "Below are all places, free or taken.")
        return .alert(.info, [.paragraph("\(why) \(rest)")])
    }

    private var asOf: HTML {
        .element(
            "p", ["class": "ok-as-of"], .element("strong", [:], .text(look.words.chosen(look.question, look.measure))),
            .text(". " + look.asOf.joined(separator: " ")))
    }

    // MARK: One province

    /// Twelve links for who has a narrow screen, and the list of the province that was chosen.
    private var province: HTML {
        let links = call.registry.geography.provinces.map { province -> HTML in
            let count = look.words.gaps(look.supply.gaps(in: .province(province.code)).count)
            let address = look.question.address(
                call.href(GapPages.path), with: [GapQuestion.Name.province: Slug(of: province.name).text],
                to: Self.provinceID)
            return .element(
                "li", [:], .element("a", ["class": "nl-link", "href": address], .text("\(province.name) (\(count))")))
        }
        let pick: HTML = .element(
            "nav", ["class": "ok-gap-pick", "aria-label": say("Gaten per provincie", "Gaps by province")],
            .heading(2, say("Kies een provincie", "Choose a province")),
            .element("ul", ["class": "ok-gap-provinces"], links))
        guard let chosen = look.question.province else { return pick }
        return .joined([GapProvinceList(look, chosen).html, pick])
    }

    // MARK: The table

    private var matrix: HTML {
        let columns = look.question.columnsBy.map(look.matrix.columns) ?? GapColumn.all
        let rows = look.question.rowsBy.map(look.matrix.rows) ?? look.matrix.byGaps
        let caption = say("Groepen per provincie: ", "Groups by province: ") + look.words.measure(look.measure)
        return .element(
            "section", ["id": Self.tableID, "class": "ok-gap-section", "aria-labelledby": "tabel-kop"],
            .heading(2, say("Alle provincies", "All provinces"), id: "tabel-kop"),
            .paragraph(look.words.explanation(look.measure).joined(separator: " ")),
            .element(
                "div",
                [
                    "class": "ok-scroll", "tabindex": "0", "role": "region",
                    "aria-label": say(
                        "Tabel met gaten, schuif opzij voor meer", "Table of gaps, scroll sideways for more"),
                ],
                .element(
                    "table", ["class": "ok-matrix"], .element("caption", ["class": "ok-unseen"], .text(caption)),
                    .element("thead", [:], .element("tr", [:], [corner] + columns.map(header))),
                    .element("tbody", [:], rows.map { line($0, columns) }))))
    }

    private var corner: HTML {
        let isDefault = look.question.rowsBy == nil
        let text = say("Groep", "Group")
        let content: HTML =
            isDefault
            ? .text(text)
            : .element(
                "a",
                [
                    "class": "nl-link",
                    "href": look.question.address(
                        call.href(GapPages.path), without: [GapQuestion.Name.rows], to: Self.tableID),
                ],
                .text(say("Meeste gaten eerst", "Most gaps first")))
        return .element("th", ["scope": "col", "class": "ok-matrix-group"], content)
    }

    private func header(_ column: GapColumn) -> HTML {
        let isSorted = look.question.rowsBy == column
        let slug = GapQuestion.slug(of: column, call.registry)
        return .element(
            "th", ["scope": "col", "aria-sort": isSorted ? "ascending" : nil],
            .element(
                "a", ["class": "nl-link", "href": sorted([GapQuestion.Name.rows: slug])],
                .text(look.words.column(column)),
                .element("span", ["aria-hidden": "true"], .text(isSorted ? " ▾" : "")),
                .element(
                    "span", ["class": "ok-unseen"], .text(say(", zet de rijen op volgorde", ", put the rows in order")))
            ))
    }

    private func line(_ row: GapMatrix.Row, _ columns: [GapColumn]) -> HTML {
        let isSorted = look.question.columnsBy?.code == row.group.code
        let head: HTML = .element(
            "th", ["scope": "row", "class": "ok-matrix-group"],
            .element(
                "a",
                [
                    "class": "nl-link",
                    "href": sorted([GapQuestion.Name.columns: GapQuestion.slug(of: row.group)]),
                ], .text(row.group.name[call.language]),
                .element("span", ["aria-hidden": "true"], .text(isSorted ? " ▸" : "")),
                .element(
                    "span", ["class": "ok-unseen"],
                    .text(say(", zet de provincies op volgorde", ", put the provinces in order")))))
        return .element(
            "tr", [:], [head] + columns.map { column in row.cell(column).map { cell(row.group, $0) } ?? .empty })
    }

    private func cell(_ group: TargetGroup, _ cell: GapCell) -> HTML {
        let number = look.words.number(cell, look.measure)
        let only = look.measure == .total ? look.words.onlyProvider(cell) : nil
        let isBoth = look.seesFree && look.measure != .free && cell.all.services > 0
        let place = "\(group.name[call.language]), \(look.words.column(cell.column))"
        return .element(
            "td", ["class": "ok-gap ok-gap--\(cell.state.rawValue)"],
            .element(
                "a", ["href": call.href(look.question.address(of: group, cell.column, call.registry))],
                .element("span", ["class": "ok-gap-number"], .text(number)), " ",
                .element(
                    "span", ["class": "ok-gap-state"],
                    .element("span", ["aria-hidden": "true"], .text(GapWords.sign(cell.state) + " ")),
                    .text(look.words.state(cell.state))),
                only.map { .element("span", ["class": "ok-gap-free"], .text(" \($0)")) } ?? .empty,
                isBoth ? .element("span", ["class": "ok-gap-free"], .text(" " + look.words.free(cell.all))) : .empty,
                .element("span", ["class": "ok-unseen"], .text(": \(place)"))))
    }

    private func sorted(_ changes: [String: String]) -> String {
        look.question.address(call.href(GapPages.path), with: changes, to: Self.tableID)
    }

    // MARK: In words

    private var largest: HTML {
        let gaps = LargestGap.all(in: look.matrix)
        let content: HTML =
            gaps.isEmpty
            ? .paragraph(
                say("Elke provincie heeft opvang voor elke groep.", "Every province has shelter for every group."))
            : .element(
                "ul", ["class": "ok-gap-sentences"],
                gaps.map { .element("li", [:], .text(look.words.sentences($0))) })
        return .element(
            "section", ["aria-labelledby": "grootste"],
            .heading(2, say("Grootste gaten", "Largest gaps"), id: "grootste"),
            look.question.isFiltered || look.question.day != .today
                ? .paragraph(
                    say(
                        "Deze zinnen gaan over wat u hierboven koos.", "These sentences are about what you chose above."
                    ))
                : .empty, content)
    }

    private var legend: HTML { GapLegend(look).html }

    private var export: HTML {
        .paragraph(
            .link(
                say("Download deze tabel (CSV)", "Download this table (CSV)"),
                look.question.address(call.href(GapPages.path + ".csv"))))
    }
}
