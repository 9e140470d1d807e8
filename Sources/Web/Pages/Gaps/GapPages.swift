import Access
import Coverage
import Domain
import Exchange
import Foundation
import HTTP
import Hypertext

/// The gaps in the supply (screen S14; feature F27): the matrix, the list behind each cell, and the table. Open to
/// everybody; what is free, and what was on a day that is over, is for who signed in.
struct GapPages: PageGroup {
    static let path = "/gaten"

    private let past: PastShelf

    init(_ house: PageHouse) { past = PastShelf(house.ledger, reader: house.auditReader) }

    var routes: [PageRoute] {
        [
            PageRoute(
                .get, Self.path, screen: "S14", .everyone,
                .later { call, answer in look(call, answer) { GapMatrixPage($0).response } }),
            PageRoute(.get, Self.path + "/{group}/{column}", screen: "S14", .everyone, .later(list)),
            PageRoute(
                .get, Self.path + ".csv", screen: "S14", .everyone,
                .later { call, answer in look(call, answer, Self.table) }),
        ]
    }

    @Sendable private func list(_ call: PageCall, _ answer: @escaping PageCall.Sink) throws {
        guard let group = call.path["group"].flatMap(GapQuestion.group),
            let column = call.path["column"].flatMap({ GapQuestion.column($0, call.registry) })
        else { throw Problem.notFound }
        look(call, answer) { GapListPage($0, group: group, column: column).response }
    }

    @Sendable private static func table(_ look: GapLook) -> Response {
        let call = look.call
        if let principal = call.principal, call.request.method != .head {
            call.house.trail.dataExported(path + ".csv", by: principal, request: call.request.id)
        }
        return Response(
            .ok,
            fields: [
                .contentType: "text/csv; charset=utf-8; header=present",
                "Content-Disposition": "attachment; filename=\"opvangkaart-gaten.csv\"",
            ], body: Array(GapTable(look).table.text.utf8))
    }

    // MARK: The day

    /// Answers at once for today and days to come, and from the queue of the past for days that are over.
    private func look(
        _ call: PageCall, _ answer: @escaping PageCall.Sink, _ make: @escaping @Sendable (GapLook) -> Response
    ) {
        let question = GapQuestion(call.values, registry: call.registry, today: DutchTime.today(call.now))
        if let fault = question.fault {
            return answer { GapFaultPage(call: call, question: question, fault: fault).response }
        }
        guard case .past(let date) = question.day else { return answer { make(GapLook(call, question)) } }
        guard let principal = call.principal else { return answer { Self.signInFirst(call, question) } }
        guard principal.may(.readCounts), principal.may(.readCountHistory) else {
            return answer { throw Problem.wrongRole }
        }
        past.find(date, for: principal.keyID, files: call.snapshot) { finding in
            answer {
                switch finding {
                case .day(let day): make(GapLook(call, question, past: day))
                case .nothing(let begin):
                    GapFaultPage(call: call, question: question, fault: .beforeRecords(begin)).response
                case .busy: Self.busy(call)
                case .unreadable: Self.unreadable(call)
                }
            }
        }
    }

    private static func signInFirst(_ call: PageCall, _ question: GapQuestion) -> Response {
        let say = call.say
        let address = SignInPage.address(thenTo: question.address(call.address), say)
        let link: HTML = .paragraph(
            .buttonLink(say("Log in om terug te kijken", "Sign in to look back"), address, .primary))
        return call.message(
            .unauthorized, say("Log in om een dag te zien die voorbij is", "Sign in to see a day that is over"),
            call.guest.isStranger
                ? Frame.strangerNote(say)
                : say(
                    "Hoe het vroeger was, ziet u na het inloggen. Vandaag en later is voor iedereen.",
                    "How it was before you see after signing in. Today and later is for everyone."),
            call.guest.isStranger ? [] : [link])
    }

    private static func busy(_ call: PageCall) -> Response {
        var response = call.message(
            .serviceUnavailable,
            call.say("Er wachten nu te veel vragen over vroeger.", "Too many questions about the past are waiting."),
            call.say("Wacht een halve minuut en probeer het opnieuw.", "Wait half a minute and try again."))
        response.fields.set(.retryAfter, "30")
        return response
    }

    private static func unreadable(_ call: PageCall) -> Response {
        call.message(
            .serviceUnavailable,
            call.say("Wat er vroeger was, kunnen we nu niet lezen.", "We cannot read the past right now."),
            call.say(
                "Kies vandaag of een latere dag, of waarschuw uw beheerder.",
                "Choose today or a later day, or tell your administrator."))
    }
}
