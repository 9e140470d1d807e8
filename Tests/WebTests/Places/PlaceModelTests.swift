import Domain
import Foundation
import HTTP
import TestTools
import Testing

@testable import Web

/// Presses of two people on pages of any age, beside a model that knows one rule: what a page did not show is not
/// changed by it.
@Suite("My places, pressed at random")
struct PlaceModelTests {
    private struct Model {
        var (free, total, version) = (2, 6, 0)

        /// What a press comes to on a page that showed `seen`.
        mutating func press(_ deed: String, on seen: (free: Int, version: Int)) -> Status {
            var wanted = seen.free
            switch deed {
            case "min" where seen.free == 0: return .badRequest
            case "min": wanted -= 1
            case "plus": wanted += 1
            default: break
            }
            guard wanted <= total else { return .badRequest }
            if deed == "klopt" {
                guard seen.version == version || seen.free == free else { return .preconditionFailed }
            } else if seen.version != version {
                return wanted == free ? .seeOther : .preconditionFailed
            }
            (free, version) = (deed == "klopt" ? free : wanted, version + 1)
            return .seeOther
        }
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func agreesWithTheModel(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let program = try TestProgram(Village.registry)
        let cookies = [try program.signIn(.shelter), try program.signIn(.shelter)]
        var model = Model()
        var pages: [(page: Response, seen: (free: Int, version: Int), cookie: String)] = []
        for step in 0..<25 {
            if pages.isEmpty || Bool.random(using: &random) {
                let cookie = cookies[Int.random(in: 0..<2, using: &random)]
                let page = try program.page("/mijn-plekken", cookie: cookie)
                pages.append((page, (model.free, model.version), cookie))
            }
            let old = pages[Int.random(in: 0..<pages.count, using: &random)]
            let deed = ["min", "plus", "klopt"][Int.random(in: 0..<3, using: &random)]

            let answer = try program.press(
                "/mijn-plekken/\(Village.visible)", ["doe": deed], on: old.page, cookie: old.cookie)

            let expected = model.press(deed, on: old.seen)
            #expect(answer.status == expected, "seed \(seed), step \(step), \(deed)")
            let count = try program.count()
            #expect(count == (model.free, 0, model.version), "seed \(seed), step \(step), \(deed)")
        }
    }
}
