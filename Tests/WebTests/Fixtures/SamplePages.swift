import Foundation
import HTTP
import Testing

@testable import PageReading

/// Every kind of page, asked from the village.
enum SamplePages: String, CaseIterable, Sendable {
    case form, signIn, signInFault, formOfSomebody, unsigned, notForThisRole, faults, results, nothing, notFound,
        foreign
    case notAllowed, account, accountOfNobody, wrongKeyBesideAnswers, ofAnotherSession, signInAgain
    case log, logFault, logUnsigned, logForbidden
    case holdForm, holdFormOfMany, holdCallFirst, holdTaken, holdFault, hold, holdAccepted, holdDeclined, holdOver
    case holds, holdsOfAll, handover, handoverOfShelter
    case places, placesSaved, placesAllSaved, placesOld, placesFault, placesConflict, placesOverTotal, placesOfAdmin
    case placesPaused, placesPauseOver, placesPauseFault
    case requests, requestsAnswered, requestsFault, requestsTooLate
    case rulesList, rulesOfAll, rulesForm, rulesFault, rulesCheck, rulesSame, rulesConflict, rulesForbidden,
        rulesUnsigned
    case start, map, freeMap, province, provinceFiltered, organizations, organizationsOfNone, organization, service
    case serviceOfSomebody, helpService, secretService
    case searchChange, searchKept, searchLeftOut, searchEverything, compare, compareFault, overview, overviewNothing
    case serviceFromList, holdFromList, holdTakenFromList
    case deskChoice, deskFault, desk, deskWithoutCoordinator, coordinatorForm, coordinatorFault, coordinatorOfProvince
    case coordinator, responsible, responsibleFault, codeLists, codeList, accessibility, privacy, about, openData
    case contact, vulnerability, noSuchMunicipality
    case gaps, gapsOfSomebody, gapsOfProvince, gapList, gapListOfSomebody, gapListNowhere
    case gapsLater, gapsPast, gapListPast, gapsPastUnsigned, gapsFault
    case quality, qualityOfOwn, qualityOfField, qualityForbidden

    static let good: KeyValuePairs<String, String> = [
        "age": "24", "gender": "female", "household": "single", "exploitationForms": "sexual", "threat": "orange",
        "dangerAreas": "NL-OV", "urgency": "now",
    ]
    static let bad: KeyValuePairs<String, String> = [
        "age": "oud", "household": "group", "childAge1": "x", "dangerMunicipality": "<script>alert(1)</script>",
        "currentMunicipality": "Nergens \"' &",
    ]

    var status: Int {
        switch self {
        case .form, .signIn, .formOfSomebody, .results, .nothing, .account, .signInAgain, .log: 200
        case .rulesList, .rulesOfAll, .rulesForm, .rulesCheck, .rulesSame: 200
        case .signInFault, .faults, .logFault, .rulesFault: 400
        case .unsigned, .accountOfNobody, .wrongKeyBesideAnswers, .logUnsigned, .rulesUnsigned: 401
        case .notForThisRole, .foreign, .ofAnotherSession, .logForbidden, .rulesForbidden: 403
        case .start, .map, .freeMap, .province, .provinceFiltered, .organizations, .organizationsOfNone, .organization,
            .service, .serviceOfSomebody, .helpService, .secretService:
            200
        case .deskChoice, .desk, .deskWithoutCoordinator, .coordinatorForm, .coordinatorOfProvince, .coordinator: 200
        case .responsible, .codeLists, .codeList, .accessibility, .privacy, .about, .openData, .contact: 200
        case .vulnerability: 200
        case .gaps, .gapsOfSomebody, .gapsOfProvince, .gapList, .gapListOfSomebody: 200
        case .gapsLater, .gapsPast, .gapListPast: 200
        case .gapsPastUnsigned: 401
        case .gapsFault: 400
        case .quality, .qualityOfOwn, .qualityOfField: 200
        case .deskFault, .coordinatorFault, .responsibleFault: 400
        case .qualityForbidden: 403
        case .notFound, .noSuchMunicipality, .gapListNowhere: 404
        case .notAllowed: 405
        case .holdForm, .holdFormOfMany, .holdCallFirst, .hold, .holdAccepted, .holdDeclined, .holdOver: 200
        case .holds, .holdsOfAll, .handover, .handoverOfShelter: 200
        case .places, .placesSaved, .placesAllSaved, .placesOld, .placesOfAdmin, .placesPaused, .placesPauseOver,
            .requests, .requestsAnswered:
            200
        case .holdFault, .placesFault, .placesOverTotal, .placesPauseFault, .requestsFault: 400
        case .holdTaken, .requestsTooLate: 409
        case .placesConflict: 412
        case .rulesConflict: 412
        case .searchChange, .searchLeftOut, .searchEverything, .compare, .overview, .overviewNothing: 200
        case .serviceFromList, .holdFromList: 200
        case .holdTakenFromList: 409
        case .compareFault: 400
        case .searchKept: 401
        }
    }

    /// Whether the page is one of somebody who is signed in.
    var isSignedIn: Bool {
        switch self {
        case .formOfSomebody, .notForThisRole, .faults, .results, .nothing, .account, .ofAnotherSession, .signInAgain,
            .log, .logFault, .logForbidden, .rulesList, .rulesOfAll, .rulesForm, .rulesFault, .rulesCheck, .rulesSame,
            .rulesConflict, .rulesForbidden, .gapsOfSomebody, .gapListOfSomebody, .quality, .qualityOfOwn,
            .qualityOfField, .qualityForbidden:
            true
        case .holdForm, .holdFormOfMany, .holdCallFirst, .holdTaken, .holdFault, .hold, .holdAccepted, .holdDeclined,
            .holdOver, .holds, .holdsOfAll, .handover, .handoverOfShelter, .places, .placesSaved, .placesAllSaved,
            .placesOld, .placesFault, .placesConflict, .placesOverTotal, .placesOfAdmin, .placesPaused,
            .placesPauseOver,
            .placesPauseFault, .requests, .requestsAnswered,
            .requestsFault, .requestsTooLate:
            true
        case .freeMap, .serviceOfSomebody, .gapsPast, .gapListPast: true
        case .searchChange, .searchLeftOut, .searchEverything, .compare, .compareFault, .overview, .overviewNothing,
            .serviceFromList, .holdFromList, .holdTakenFromList:
            true
        case .searchKept: false
        case .form, .signIn, .signInFault, .unsigned, .notFound, .foreign, .notAllowed, .accountOfNobody,
            .wrongKeyBesideAnswers, .logUnsigned, .rulesUnsigned, .start, .map, .province, .provinceFiltered,
            .organizations,
            .organizationsOfNone, .organization, .service, .helpService, .secretService:
            false
        case .deskChoice, .deskFault, .desk, .deskWithoutCoordinator, .coordinatorForm, .coordinatorFault,
            .coordinatorOfProvince, .coordinator, .responsible, .responsibleFault, .codeLists, .codeList,
            .accessibility, .privacy, .about, .openData, .contact, .vulnerability, .noSuchMunicipality,
            .gaps, .gapsOfProvince, .gapList, .gapListNowhere, .gapsLater, .gapsPastUnsigned, .gapsFault:
            false
        }
    }

    func response(from program: TestProgram) throws -> Response {
        switch self {
        case .form: try program.page("/zoeken")
        case .formOfSomebody: try program.page("/zoeken", cookie: program.signIn(.coordinator))
        case .signIn: try program.page("/inloggen")
        case .signInFault: try program.post("/inloggen", ["key": "<b>fout</b>"])
        case .unsigned: try program.post("/zoeken", Self.bad)
        case .notForThisRole: try program.post("/zoeken", Self.good, cookie: program.signIn(.policy))
        case .faults: try program.post("/zoeken", Self.bad, cookie: program.signIn(.coordinator))
        case .results: try program.post("/zoeken", Self.good, cookie: program.signIn(.coordinator))
        case .nothing:
            try program.post(
                "/zoeken",
                [
                    "age": "30", "gender": "male", "household": "group", "persons": "500", "threat": "red",
                    "urgency": "now",
                ],
                cookie: program.signIn(.comensha))
        case .notFound: try program.page("/nergens")
        case .foreign: try program.post("/zoeken", Self.good, fields: ["Origin": "https://elders.example"])
        case .notAllowed: try program.send(.make(.delete, TestProgram.address("/")))
        case .account: try program.page("/account", cookie: program.signIn(.shelter))
        case .accountOfNobody: try program.page("/account", cookie: "opvangkaart=0")
        case .wrongKeyBesideAnswers:
            try program.post("/zoeken", ["age": "24", "key": "<b>fout</b>"], cookie: "opvangkaart=0")
        case .ofAnotherSession: try program.post("/zoeken", Self.bad, cookie: program.signIn(.coordinator), token: "0")
        case .signInAgain: try program.page("/inloggen", cookie: program.signIn(.policy))
        case .log: try program.page("/logboek", cookie: program.signIn(.admin))
        case .logFault:
            try program.page("/logboek?from=%3Cb%3E&to=2026-02-30&who=%22%3Cb%3E", cookie: program.signIn(.admin))
        case .logUnsigned: try program.page("/logboek")
        case .start: try program.page("/")
        case .map: try program.page("/kaart?kaart=gaten")
        case .freeMap: try program.page("/kaart/vrij", cookie: program.signIn(.policy))
        case .province: try program.page("/provincies/overijssel")
        case .provinceFiltered: try program.page("/provincies/fryslan?groep=men&soort=opvang&vorm=labour")
        case .organizations: try program.page("/organisaties?provincie=overijssel")
        case .organizationsOfNone: try program.page("/organisaties?naam=nergens%3Cb%3E")
        case .organization: try program.page("/organisaties/voorbeeld-huis")
        case .service: try program.page("/diensten/\(Village.visible)")
        case .serviceOfSomebody:
            try program.page("/diensten/\(Village.sheltered)", cookie: program.signIn(.coordinator))
        case .helpService: try program.page("/diensten/\(Village.help)")
        case .secretService: try program.page("/diensten/\(Village.secret)")
        case .logForbidden: try program.page("/logboek", cookie: program.signIn(.comensha))
        case .holdForm, .holdFormOfMany, .holdCallFirst, .holdTaken, .holdFault, .hold, .holdAccepted, .holdDeclined,
            .holdOver, .holds, .holdsOfAll, .handover, .handoverOfShelter, .holdTakenFromList:
            try SampleHolds().response(self)
        case .places, .placesSaved, .placesAllSaved, .placesOld, .placesFault, .placesConflict, .placesOverTotal,
            .placesOfAdmin, .placesPaused, .placesPauseOver, .placesPauseFault:
            try SamplePlaces().response(self)
        case .requests, .requestsAnswered, .requestsFault, .requestsTooLate: try SampleRequests().response(self)
        case .rulesList: try program.page("/opnameregels", cookie: program.signIn(.shelter))
        case .rulesOfAll: try program.page("/opnameregels", cookie: program.signIn(.admin))
        case .rulesForm: try program.page(Self.rules, cookie: program.signIn(.shelter))
        case .rulesFault: try program.postRules(["minimumAge": "<b>oud</b>", "usualDays": "lang"])
        case .rulesCheck:
            try program.postRules([
                "gender": "female", "minimumAge": "18", "ci-aggression": "conditional",
                "condition-aggression": "Alleen met <b>afspraken</b>.", "security": "secret",
            ])
        case .rulesSame: try program.postRules(["security": "open_visible"])
        case .rulesConflict: try program.postRules(["minimumAge": "18"], standing: "7-0")
        case .rulesForbidden: try program.page(Self.rules, cookie: program.signIn(.otherShelter))
        case .rulesUnsigned: try program.page(Self.rules)
        case .searchChange, .searchKept, .searchLeftOut, .searchEverything, .compare, .compareFault, .overview,
            .overviewNothing, .serviceFromList, .holdFromList:
            try SampleSearches(program: program).response(self)
        case .deskChoice: try program.page("/baliekaart")
        case .deskFault: try program.page("/baliekaart?gemeente=%3Cb%3EZwole")
        case .desk: try program.page("/baliekaart/zwolle")
        case .deskWithoutCoordinator: try program.page("/baliekaart/vlieland")
        case .coordinatorForm: try program.page("/zorgcoordinator")
        case .coordinatorFault: try program.page("/zorgcoordinator?gemeente=Zwole")
        case .coordinatorOfProvince: try program.page("/zorgcoordinator?gemeente=overijssel")
        case .coordinator: try program.page("/zorgcoordinator?gemeente=Zwolle")
        case .responsible:
            try program.post("/zorgcoordinator", ["ingeschreven": "Zwolle", "nu": "Eindhoven", "wie": "volwassene"])
        case .responsibleFault: try program.post("/zorgcoordinator", ["ingeschreven": "Zwole", "wie": "<b>"])
        case .codeLists: try program.page("/codelijsten")
        case .codeList: try program.page("/codelijsten/contraIndication")
        case .accessibility: try program.page("/toegankelijkheid")
        case .privacy: try program.page("/privacy")
        case .about: try program.page("/over")
        case .openData: try program.page("/open-data")
        case .contact: try program.page("/contact")
        case .vulnerability: try program.page("/kwetsbaarheid-melden")
        case .noSuchMunicipality: try program.page("/baliekaart/nergens")
        case .gaps: try program.page("/gaten?kijk=vrij")
        case .gapsOfSomebody: try program.page("/gaten?kijk=eindigt&rijen=overijssel", cookie: program.signIn(.policy))
        case .gapsOfProvince: try program.page("/gaten?provincie=fryslan&kijk=gender&vorm=labour")
        case .gapList: try program.page("/gaten/stellen/overijssel?kijk=nazorg")
        case .gapListOfSomebody: try program.page("/gaten/mannen/landelijk", cookie: program.signIn(.comensha))
        case .gapListNowhere: try program.page("/gaten/niemand/nergens")
        case .gapsLater: try program.page("/gaten?datum=2030-01-01&kijk=eindigt&kolommen=vrouwen")
        case .gapsPast: try Self.past("/gaten?datum=2026-11-20&kijk=vrij", as: .policy)
        case .gapListPast: try Self.past("/gaten/vrouwen/overijssel?datum=2026-11-20", as: .coordinator)
        case .gapsPastUnsigned: try Self.past("/gaten?datum=2026-11-20", as: nil)
        case .gapsFault: try program.page("/gaten?datum=%3Cb%3E&kijk=nazorg")
        case .quality: try program.page("/gegevens", cookie: program.signIn(.policy))
        case .qualityOfOwn: try program.page("/gegevens", cookie: program.signIn(.shelter))
        case .qualityOfField: try program.page("/gegevens?veld=phone", cookie: program.signIn(.admin))
        case .qualityForbidden: try program.page("/gegevens", cookie: program.signIn(.coordinator))
        }
    }

    /// Asked a day later, so that the first day of the journal is over.
    private static func past(_ address: String, as visitor: Visitor?) throws -> Response {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).report(3)
        program.clock.advance(seconds: 86_400)
        return try program.page(address, cookie: visitor.map(program.signIn))
    }

    static let rules = "/opnameregels/\(Village.visible)"

    func response() throws -> Response { try #require(try Self.all.get()[self]) }

    func markup() throws -> Markup { try #require(try Self.markups.get()[self]) }

    /// Each page asked and read once.
    private static let all = Result {
        let program = try TestProgram.reading.get()
        return Dictionary(uniqueKeysWithValues: try allCases.map { ($0, try $0.response(from: program)) })
    }
    private static let markups = all.map { $0.mapValues { Markup($0.text) } }
}
