import Domain
import Foundation
import HTTP
import Ledger
import Testing

@testable import PageReading
@testable import Web

@Suite("Pages of the admission rules, S13")
struct AdmissionPageTests {
    private static let address = "/opnameregels/\(Village.visible)"

    /// Somebody with a form before them.
    private struct Editor {
        let program: TestProgram
        let cookie: String
        var items: [String: [String]]

        init(_ program: TestProgram, _ visitor: Visitor = .shelter, at address: String = AdmissionPageTests.address)
            throws
        {
            self.program = program
            cookie = try program.signIn(visitor)
            items = try Self.fields(of: program.page(address, cookie: cookie))
        }

        /// What a browser would send of the last form of the page.
        static func fields(of response: Response) throws -> [String: [String]] {
            var items: [String: [String]] = [:]
            let form = response.text.components(separatedBy: "<form").last {
                $0.contains("value=\"controleren\"") || $0.contains("value=\"opslaan\"")
            }
            var select = ""
            for piece in Markup("<form" + (form ?? "")).pieces {
                guard case .open(let tag) = piece else { continue }
                switch (tag.name, tag["type"]) {
                case ("input", "radio"), ("input", "checkbox"):
                    if tag["checked"] != nil { items[tag["name"] ?? "", default: []].append(tag["value"] ?? "on") }
                case ("input", _): items[tag["name"] ?? "", default: []].append(tag["value"] ?? "")
                case ("select", _): select = tag["name"] ?? ""
                case ("option", _): if tag["selected"] != nil { items[select, default: []].append(tag["value"] ?? "") }
                default: break
                }
            }
            return items
        }

        /// What stood when the form was opened, but for how often it was said since.
        func standing(after version: Int) -> String {
            let digest = items["stand"]?.first?.split(separator: "-").last ?? ""
            return "\(version)-\(digest)"
        }

        func post(_ wish: String, to address: String = AdmissionPageTests.address) throws -> Response {
            var unreserved = CharacterSet.alphanumerics
            unreserved.insert(charactersIn: "-._~")
            func encoded(_ text: String) -> String {
                text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
            }
            var all = items
            all["doe"] = [wish]
            let body = all.flatMap { name, values in values.map { "\(encoded(name))=\(encoded($0))" } }.joined(
                separator: "&")
            let fields: Fields = [
                "Content-Type": "application/x-www-form-urlencoded", "Host": "opvangkaart.example", "Cookie": cookie,
            ]
            return try program.send(.make(.post, address, fields: fields, body: Array(body.utf8)))
        }
    }

    @Test func aChangeGoesFromTheFormOverTheCheckToEverybody() throws {
        let program = try TestProgram(Village.registry)
        var editor = try Editor(program)
        let before = try program.get("/v1/health", as: .coordinator).json
        editor.items["maximumAge"] = ["66"]
        editor.items["ci-aggression"] = ["conditional"]
        editor.items["condition-aggression"] = ["Alleen met <b>afspraken</b>."]

        let check = try editor.post("controleren")

        #expect(check.status == .ok && check.text.contains("Controleer 3 wijzigingen"))
        #expect(check.text.contains("3 dingen anders") && check.text.contains("66 jaar"))
        #expect(check.text.contains("‘Alleen met &lt;b&gt;afspraken&lt;/b&gt;.’") && !check.text.contains("<b>"))
        #expect(program.ledger.state.rules.isEmpty, "nothing is saved by looking")

        editor.items = try Editor.fields(of: check)
        let saved = try editor.post("opslaan")

        #expect(saved.status == .seeOther && saved.fields["Location"] == "\(Self.address)?opgeslagen=1")
        let page = try program.page("\(Self.address)?opgeslagen=1", cookie: editor.cookie)
        #expect(page.text.contains("Opgeslagen. Anderen zien dit nu.") && page.text.contains("value=\"66\""))
        let service = try program.get("/v1/services/\(Village.visible)").json
        #expect(service["admission"]["maximumAge"].integer == 66)
        #expect(service["contraIndications"][0]["condition"].string == "Alleen met <b>afspraken</b>.")
        #expect(service["contraIndications"][0]["since"].string == "2026-11-20")
        let after = try program.get("/v1/health", as: .coordinator).json
        #expect(before["dataVersion"].string != after["dataVersion"].string)
    }

    /// A search that ran on the rules of a moment ago would send somebody to a closed door.
    @Test func theNextSearchKnowsIt() throws {
        let program = try TestProgram(Village.registry)
        let profile = Body.profile(["age": "70"])
        func excluded() throws -> [String] {
            let answer = try program.send(.post, "/v1/placements/_search?detail=full", as: .coordinator, json: profile)
            return try answer.json["excluded"].elements.compactMap { $0["serviceId"].string }
        }
        #expect(try !excluded().contains(Village.visible))

        try LedgerScript(program.ledger).rules(program.registry, maximumAge: 66)

        #expect(try excluded().contains(Village.visible))
    }

    @Test func whoComesSecondLosesNothing() throws {
        let program = try TestProgram(Village.registry)
        var (first, second) = (try Editor(program), try Editor(program, .admin))
        first.items["maximumAge"] = ["66"]
        second.items["usualDays"] = ["90"]
        second.items["minimumAge"] = ["18"]
        #expect(try first.post("opslaan").status == .seeOther)

        let told = try second.post("opslaan")

        #expect(told.status == .preconditionFailed && told.text.contains("Uw collega was u voor"))
        #expect(told.text.contains("<title>Fout:"))
        second.items = try Editor.fields(of: told)
        #expect(second.items["maximumAge"] == ["66"] && second.items["usualDays"] == ["90"])
        #expect(try second.post("opslaan").status == .seeOther)
        let rules = try #require(program.ledger.state.rules(of: .make(Village.visible))?.saved)
        #expect(rules.admission.maximumAge == .years(66) && rules.admission.minimumAge == .years(18))
        #expect(rules.stay?.usualDays == 90)
    }

    /// Between the check and the saving, too.
    @Test func theCheckPageKnowsWhatWasSeen() throws {
        let program = try TestProgram(Village.registry)
        var editor = try Editor(program)
        editor.items["maximumAge"] = ["66"]
        editor.items = try Editor.fields(of: editor.post("controleren"))
        try LedgerScript(program.ledger).rules(program.registry, maximumAge: 50)

        let told = try editor.post("opslaan")

        #expect(told.status == .preconditionFailed)
        #expect(program.ledger.state.rules(of: .make(Village.visible))?.saved?.admission.maximumAge == .years(50))
        #expect(told.text.contains("50 jaar") && told.text.contains("66 jaar"))
    }

    @Test func faultsKeepWhatWasFilledIn() throws {
        let program = try TestProgram(Village.registry)
        var editor = try Editor(program)
        editor.items["maximumAge"] = ["<i>oud</i>"]
        editor.items["usualDays"] = ["90"]

        let page = try editor.post("controleren")

        #expect(page.status == .badRequest && page.text.contains("<title>Fout:"))
        #expect(page.text.contains("href=\"#maximumAge\"") && page.text.contains("value=\"&lt;i&gt;oud&lt;/i&gt;\""))
        #expect(page.text.contains("value=\"90\"") && program.ledger.state.rules.isEmpty)
    }

    @Test func wrongAnswersGoBackToTheForm() throws {
        let program = try TestProgram(Village.registry)
        var editor = try Editor(program)
        editor.items["maximumAge"] = ["66"]
        editor.items = try Editor.fields(of: editor.post("controleren"))

        let form = try editor.post("wijzigen")

        #expect(form.status == .ok && form.text.contains("value=\"66\"") && program.ledger.state.rules.isEmpty)
    }

    @Test func nothingChangedIsNothingSaved() throws {
        let program = try TestProgram(Village.registry)
        let editor = try Editor(program)

        for wish in ["controleren", "opslaan"] {
            #expect(try editor.post(wish).text.contains("Er is niets veranderd"))
        }
        #expect(program.ledger.state.rules.isEmpty)
    }

    @Test func oneButtonSaysThatItIsStillRight() throws {
        let program = try TestProgram(Village.registry)
        let editor = try Editor(program)
        let list = try program.page("/opnameregels", cookie: editor.cookie)
        #expect(list.text.contains("Nog niet nagekeken. Kloppen deze regels?"))

        let answer = try editor.post("nagekeken")

        #expect(answer.fields["Location"] == "\(Self.address)?nagekeken=1")
        let live = try #require(program.ledger.state.rules(of: .make(Village.visible)))
        #expect(live.saved == nil && live.reviewedOn == CalendarDate(text: "2026-11-20"))
        #expect(
            try program.page("/opnameregels", cookie: editor.cookie).text.contains(
                "Laatst nagekeken op 20 november 2026."))
        let back = try program.post(
            Self.address, ["doe": "nagekeken", "terug": "lijst", "stand": editor.standing(after: 1)],
            cookie: editor.cookie)
        #expect(back.fields["Location"] == "/opnameregels?nagekeken=\(Village.visible)")
        let told = try program.page("/opnameregels?nagekeken=\(Village.visible)", cookie: editor.cookie).text
        #expect(told.contains("Nagekeken vandaag: Kamers."))
        // A second press on the same page is about what stands no more.
        #expect(try editor.post("nagekeken").status == .preconditionFailed)
    }

    @Test func afterAQuarterItAsksAgain() throws {
        let program = try TestProgram(Village.registry)
        _ = try Editor(program).post("nagekeken")
        program.clock.advance(seconds: 91 * 86_400)

        let list = try program.page("/opnameregels", cookie: program.signIn(.shelter))

        #expect(list.text.contains("Laatst nagekeken op 20 november 2026. Klopt dit nog?"))
    }

    @Test func anOMPPlaceHasATextInsteadOfTheTable() throws {
        let omp = Village.place("voorbeeld-huis-omp", .omp, Site(province: .overijssel), .secret, free: 1)
        let program = try TestProgram(Village.registry(Village.Hidden(), adding: [omp]))

        let page = try program.page("/opnameregels/voorbeeld-huis-omp", cookie: program.signIn(.shelter))

        #expect(page.text.contains("OMP-plekken hebben geen contra-indicaties.") && !page.text.contains("ci-newborn"))
    }

    @Test func aPlaceMadeSecretLosesItsMunicipalityEverywhere() throws {
        let program = try TestProgram(Village.registry)
        #expect(try program.get("/v1/services/\(Village.visible)").text.contains("GM0193"))
        var editor = try Editor(program)
        editor.items["security"] = ["secret"]
        #expect(try editor.post("controleren").text.contains("De plek wordt geheim."))

        #expect(try editor.post("opslaan").status == .seeOther)

        for visitor in Visitor.allCases where visitor != .wrongKey {
            let service = try program.get("/v1/services/\(Village.visible)", as: visitor)
            #expect(try !service.text.contains("GM0193") && service.json["securityLevel"].string == "secret")
        }
    }

    // MARK: Who

    @Test(arguments: [Visitor.otherShelter, .coordinator, .comensha, .policy])
    func othersMayNot(visitor: Visitor) throws {
        let program = try TestProgram(Village.registry)
        let editor = try Editor(program)
        let cookie = try program.signIn(visitor)

        let (seen, sent) = (
            try program.page(Self.address, cookie: cookie),
            try program.post(Self.address, ["doe": "opslaan", "maximumAge": "66"], cookie: cookie)
        )

        #expect(seen.status == .forbidden && sent.status == .forbidden)
        #expect(!editor.items.isEmpty && program.ledger.state.rules.isEmpty)
        // What was refused is written down by itself; this waits for it.
        _ = try program.auditLines()
        let refused = try program.ledger.records(from: 1, atMost: .max).map(\.record).filter {
            $0.kind == .accessRefused
        }
        #expect(refused.map(\.note?.resource) == ["/opnameregels/{service}", "/opnameregels/{service}"])
        #expect(refused.allSatisfy { $0.actor?.keyID == "toets-\(visitor.rawValue)" })
    }

    @Test func whoHasNotSignedInMayNot() throws {
        let program = try TestProgram(Village.registry)

        #expect(try program.page(Self.address).status == .unauthorized)
        #expect(try program.page("/opnameregels").status == .unauthorized)
        #expect(try program.post(Self.address, ["doe": "opslaan"]).status == .unauthorized)
    }

    @Test func aShelterSeesItsOwnPlacesAndAnAdminAll() throws {
        let program = try TestProgram(Village.registry)

        let own = try program.page("/opnameregels", cookie: program.signIn(.shelter)).text
        let all = try program.page("/opnameregels", cookie: program.signIn(.admin)).text

        #expect(own.contains(Village.visible) && !own.contains(Village.other))
        #expect(all.contains(Village.visible) && all.contains(Village.other))
    }

    // MARK: Words

    @Test func thePreviewIsAPiece() throws {
        let program = try TestProgram(Village.registry)
        var editor = try Editor(program)
        editor.items["gender"] = ["female"]
        editor.items["minimumAge"] = ["18"]

        let piece = try editor.post("", to: Self.address + "/voorbeeld")
        editor.items["minimumAge"] = ["oud"]
        let wrong = try editor.post("", to: Self.address + "/voorbeeld")

        #expect(piece.text.contains("Voor vrouwen vanaf 18 jaar.") && !piece.text.contains("<main"))
        #expect(wrong.status == .ok && wrong.text.contains("Vul een leeftijd in"))
    }

    @Test func everythingIsThereInEnglish() throws {
        let program = try TestProgram(Village.registry)
        let editor = try Editor(program, at: "/en" + Self.address)

        let page = try program.page("/en" + Self.address, cookie: editor.cookie)
        let saved = try editor.post("nagekeken", to: "/en" + Self.address)

        #expect(page.text.contains("This is how others read it") && page.text.contains("No objection"))
        #expect(saved.fields["Location"] == "/en\(Self.address)?nagekeken=1")
    }

    /// The page names as many changes as the log does.
    @Test func theLogSaysWhatTheCheckSaid() throws {
        let program = try TestProgram(Village.registry)
        var editor = try Editor(program)
        editor.items["maximumAge"] = ["66"]
        editor.items["pets"] = ["yes"]
        _ = try editor.post("opslaan")

        let events = try program.get("/v1/audit-events?eventType=admission_changed", as: .admin).json["contents"]
        let changes = events[0]["changes"].elements

        #expect(events[0]["resource"].string == "/v1/services/\(Village.visible)")
        #expect(changes.map { $0["field"].string } == ["maximumAge", "pets", "reviewedOn"])
        #expect(changes[0]["new"].integer == 66 && changes[1]["new"].string == "yes")
        #expect(events[0]["actorId"].string == "toets-shelter")
        let log = try program.page("/logboek", cookie: program.signIn(.admin)).text
        #expect(log.contains("Wijzigde de opnameregels") && log.contains("Hoogste leeftijd: niet opgegeven → 66 jaar"))
    }
}
