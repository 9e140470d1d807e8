import Foundation
import HTTP
import JSONText

/// Why a request got no answer (RFC 9457). Thrown by handlers, made into a response in one place.
///
/// Nothing here repeats what was sent, but for the name of a key nobody knows (contract section 9).
struct Problem: Error, Sendable {
    let status: Status
    /// Short, the same for the same kind of problem.
    let title: String
    /// What happened and what to do next.
    let detail: String
    var entries: [Entry] = []
    var fields: Fields = [:]
    /// Which limit was reached; counted, never sent.
    var limit: Turnstile.Reason?

    /// One fault in what was sent, and where it stands.
    struct Entry: Encodable, Hashable, Sendable {
        var pointer: String?
        var parameter: String?
        let code: String
        let detail: String
    }

    /// How many faults one answer tells (contract section 9).
    static let mostEntries = 100
}

extension Problem {
    static let notFound = Problem(
        status: .notFound, title: "Niet gevonden", detail: "Dit adres bestaat niet (meer). Kijk in /v1/openapi.json.")

    static func unknown(_ what: String) -> Problem {
        Problem(status: .notFound, title: "Niet gevonden", detail: "\(what) kennen we niet.")
    }

    static func methodNotAllowed(_ allow: [HTTP.Method]) -> Problem {
        let list = allow.map(\.rawValue).joined(separator: ", ")
        return Problem(
            status: .methodNotAllowed, title: "Deze methode kan hier niet",
            detail: "Gebruik een van deze methoden: \(list).", fields: ["Allow": list])
    }

    static let misdirected = Problem(
        status: .misdirectedRequest, title: "Dit adres is niet van deze dienst",
        detail: "Opvangkaart staat hier onder een andere naam. Gebruik het adres dat u van uw beheerder kreeg.")

    static let noKey = Problem(
        status: .unauthorized, title: "Inloggen nodig",
        detail: "Stuur een geldige toegangssleutel mee in ‘Authorization: Bearer’.",
        fields: ["WWW-Authenticate": "Bearer realm=\"Opvangkaart\""])

    static let wrongRole = Problem(
        status: .forbidden, title: "Dit mag u niet", detail: "Uw rol heeft hier geen toegang toe.")

    static let otherOrganization = Problem(
        status: .forbidden, title: "Dit mag u niet",
        detail: "U mag dit niet aanpassen. Dit hoort bij een andere organisatie.")

    static let notAcceptable = Problem(
        status: .notAcceptable, title: "Deze vorm hebben we niet",
        detail: "We kunnen niet antwoorden in de vorm die ‘Accept’ vraagt.")

    static let unsupportedMediaType = Problem(
        status: .unsupportedMediaType, title: "Deze vorm lezen we niet",
        detail: "Stuur de gegevens als JSON, met ‘Content-Type: application/json’.")

    /// - Parameter total: how many faults there are, where `entries` are only the first of them.
    static func badInput(_ entries: [Entry], outOf total: Int? = nil) -> Problem {
        let count = total ?? entries.count
        let detail = count == 1 ? "Er is 1 ding niet goed ingevuld." : "Er zijn \(count) dingen niet goed ingevuld."
        return Problem(
            status: .badRequest, title: "Invoer klopt niet", detail: detail,
            entries: Array(entries.prefix(mostEntries)))
    }

    static let versionRequired = Problem(
        status: .preconditionRequired, title: "Versie ontbreekt",
        detail: "Stuur de ETag van het aantal dat u zag mee in ‘If-Match’.")

    static let staleVersion = Problem(
        status: .preconditionFailed, title: "Iemand was u voor",
        detail: "Een ander heeft dit aantal al aangepast. Haal het opnieuw op en kijk of uw wijziging nog klopt.")

    static let noSpace = Problem(
        status: .insufficientStorage, title: "Opslaan lukt nu niet",
        detail: "De schijf is vol. Uw wijziging is niet opgeslagen. Probeer het later opnieuw.")

    static let writingFails = Problem(
        status: .serviceUnavailable, title: "Opslaan lukt nu niet",
        detail: "Uw wijziging is niet opgeslagen. Lezen kan nog wel. Waarschuw de beheerder.")

    static let internalFault = Problem(
        status: .internalServerError, title: "Er ging iets mis bij ons",
        detail: "Probeer het over een minuut opnieuw. Is er haast? Bel CoMensha 033-448 11 86.")
}
