import Coverage
import Domain
import Foundation
import Hypertext

/// One province as a list of groups: the same as its column of the matrix, for a narrow screen.
struct GapProvinceList: Sendable {
    private let look: GapLook
    private let province: Province
    private var call: PageCall { look.call }

    init(_ look: GapLook, _ province: Province) { (self.look, self.province) = (look, province) }

    var html: HTML {
        let column = GapColumn.province(province.code)
        let rows = look.matrix.rows(by: column)
        return .element(
            "section", ["id": GapMatrixPage.provinceID, "aria-labelledby": "provincie-kop"],
            .heading(2, province.name, id: "provincie-kop"),
            .element(
                "ul", ["class": "ok-gap-list"], rows.compactMap { row in row.cell(column).map { item(row.group, $0) } })
        )
    }

    private func item(_ group: TargetGroup, _ cell: GapCell) -> HTML {
        let isBoth = look.seesFree && look.measure != .free && cell.all.services > 0
        let number = cell.value == 0 && cell.all.services == 0 ? nil : numberText(cell)
        let free = isBoth ? look.words.free(cell.all) : nil
        let rest = [number, look.measure == .total ? look.words.onlyProvider(cell) : nil, free].compactMap { $0 }
            .joined(separator: ", ")
        return .element(
            "li", [:],
            .element(
                "a",
                [
                    "class": "ok-gap-row",
                    "href": call.href(look.question.address(of: group, cell.column, call.registry)),
                ],
                .element("span", ["class": "ok-gap-name"], .text(group.name[call.language])), " ",
                .element(
                    "span", ["class": "ok-gap ok-gap--\(cell.state.rawValue) ok-gap-word"],
                    .element("span", ["aria-hidden": "true"], .text(GapWords.sign(cell.state) + " ")),
                    .text(look.words.state(cell.state))), " ",
                .element("span", ["class": "ok-gap-rest"], .text(rest)),
                .element("span", ["class": "ok-unseen"], .text(" (\(province.name))"))))
    }

    private func numberText(_ cell: GapCell) -> String {
        look.measure == .free ? look.words.free(cell.all) : look.words.places(cell)
    }
}
