import Domain
import Foundation

/// Reads the rules of a service as ``RecordWriter`` writes them, and nothing else.
enum RulesScanner {
    /// The rules of a snapshot; `nil` for anything that is not what was written there.
    static func rules(in text: String) -> AdmissionRules? { rules(in: Array(text.utf8)[...]) }

    /// The same from bytes.
    static func rules(in bytes: ArraySlice<UInt8>) -> AdmissionRules? {
        var scanner = LineScanner(bytes)
        guard let rules = try? rules(&scanner), scanner.isAtEnd else { return nil }
        return rules
    }

    static func change(_ scanner: inout LineScanner) throws(RecordFault) -> RulesChange {
        try scanner.require("{")
        let after = scanner.key("after") ? try rules(&scanner) : nil
        try scanner.requireKey("reviewedOn")
        let day = try scanner.value("reviewedOn", date)
        try scanner.requireKey("service")
        let service = try scanner.raw("service", ServiceID.self)
        try scanner.requireKey("version")
        let version = try scanner.number("version")
        let before = scanner.key("was") ? try rules(&scanner) : nil
        try scanner.require("}")
        guard (before == nil) == (after == nil) else { throw .invalid(field: "rules") }
        let sets = before.flatMap { before in after.map { RulesChange.Sets(before: before, after: $0) } }
        let change = RulesChange(service: service, version: version, reviewedOn: day, sets: sets)
        guard change.isPossible else { throw .invalid(field: "rules") }
        return change
    }

    private static func rules(_ scanner: inout LineScanner) throws(RecordFault) -> AdmissionRules {
        try scanner.require("{")
        try scanner.requireKey("admission")
        let admission = try admission(&scanner)
        let aftercare = scanner.key("aftercare") ? try scanner.raw("aftercare", Answer.self) : nil
        let contraIndications = scanner.key("contraIndications") ? try list(&scanner, contraIndication) : []
        let interpreter = scanner.key("interpreter") ? try scanner.truth("interpreter") : nil
        let languages = scanner.key("languages") ? try list(&scanner, language) : []
        let level = scanner.key("securityLevel") ? try scanner.raw("securityLevel", SecurityLevel.self) : nil
        let stay = scanner.key("stay") ? try stay(&scanner) : nil
        try scanner.require("}")
        let rules = AdmissionRules(
            admission: admission, contraIndications: contraIndications, stay: stay, aftercare: aftercare,
            languages: languages, interpreter: interpreter, securityLevel: level)
        guard rules.arePossible else { throw .invalid(field: "rules") }
        return rules
    }

    private static func admission(_ scanner: inout LineScanner) throws(RecordFault) -> Admission {
        try scanner.require("{")
        let decision = scanner.key("accessDecision") ? try scanner.raw("accessDecision", AccessDecision.self) : nil
        let forms = scanner.key("exploitationForms") ? try codes(&scanner, ExploitationForm.self) : []
        let genders = scanner.key("genders") ? try codes(&scanner, Gender.self) : nil
        let households = scanner.key("households") ? try codes(&scanner, Household.self) : nil
        let maximum = scanner.key("maximumAge") ? try limit(&scanner) : .notStated
        let minimum = scanner.key("minimumAge") ? try limit(&scanner) : .notStated
        let onlyFor = scanner.key("onlyFor") ? try codes(&scanner, Circumstance.self) : []
        let pets = scanner.key("pets") ? try scanner.raw("pets", PetPolicy.self) : nil
        let report = scanner.key("requiresPoliceReport") ? try scanner.truth("requiresPoliceReport") : nil
        let residence =
            scanner.key("residence") ? try answers(&scanner, ResidenceStatus.self, ResidenceAnswer.self) : nil
        let reasons =
            scanner.key("residenceReasons")
            ? try answers(&scanner, ResidenceStatus.self, ResidenceReason.self, mayBeEmpty: false) : [:]
        let sons = scanner.key("sonsMaximumAge") ? try limit(&scanner) : .notStated
        let transgender = scanner.key("welcomesTransgender") ? try scanner.truth("welcomesTransgender") : nil
        let wheelchair = scanner.key("wheelchair") ? try scanner.truth("wheelchair") : nil
        try scanner.require("}")
        return Admission(
            genders: genders, welcomesTransgender: transgender, minimumAge: minimum, maximumAge: maximum,
            households: households, sonsMaximumAge: sons, residence: residence, residenceReasons: reasons,
            exploitationForms: forms, onlyFor: onlyFor, wheelchair: wheelchair, pets: pets,
            requiresPoliceReport: report, accessDecision: decision)
    }

    private static func contraIndication(_ scanner: inout LineScanner) throws(RecordFault) -> ContraIndication {
        try scanner.require("{")
        try scanner.requireKey("code")
        let code = try scanner.raw("code", Circumstance.self)
        let condition = scanner.key("condition") ? try scanner.text("condition") : nil
        let editor = scanner.key("editedBy") ? try scanner.text("editedBy") : nil
        try scanner.requireKey("hardness")
        let hardness = try scanner.raw("hardness", Hardness.self)
        let since = scanner.key("since") ? try scanner.value("since", date) : nil
        try scanner.require("}")
        return ContraIndication(code, hardness, condition: condition, since: since, editedBy: editor)
    }

    private static func stay(_ scanner: inout LineScanner) throws(RecordFault) -> Stay {
        try scanner.require("{")
        let extensible = scanner.key("extensible") ? try scanner.truth("extensible") : nil
        let maximum = scanner.key("maximumDays") ? try scanner.number("maximumDays") : nil
        let minimum = scanner.key("minimumDays") ? try scanner.number("minimumDays") : nil
        let usual = scanner.key("usualDays") ? try scanner.number("usualDays") : nil
        try scanner.require("}")
        return Stay(minimumDays: minimum, usualDays: usual, maximumDays: maximum, extensible: extensible)
    }

    // MARK: Parts

    private static func list<Item>(
        _ scanner: inout LineScanner, _ read: (inout LineScanner) throws(RecordFault) -> Item
    ) throws(RecordFault) -> [Item] {
        try scanner.require("[")
        var items: [Item] = []
        repeat { items.append(try read(&scanner)) } while scanner.skip(",")
        try scanner.require("]")
        return items
    }

    private static func codes<Kind: Code>(
        _ scanner: inout LineScanner, _ kind: Kind.Type
    ) throws(RecordFault) -> [Kind] {
        try list(&scanner) { scanner throws(RecordFault) in try scanner.raw("rules", kind) }
    }

    private static func language(_ scanner: inout LineScanner) throws(RecordFault) -> String {
        String(decoding: try scanner.plain("languages"), as: UTF8.self)
    }

    /// Its codes rise, as they are written.
    /// - Parameter mayBeEmpty: one that is empty says something; otherwise it is left out.
    private static func answers<Key: Code, Value: Code>(
        _ scanner: inout LineScanner, _ key: Key.Type, _ value: Value.Type, mayBeEmpty: Bool = true
    ) throws(RecordFault) -> [Key: Value] {
        try scanner.require("{")
        if mayBeEmpty, scanner.skip("}") { return [:] }
        var answers: [Key: Value] = [:]
        var last: Key?
        repeat {
            let code = try scanner.raw("rules", key)
            if let last, code <= last { throw .invalid(field: "rules") }
            last = code
            try scanner.require(":")
            answers[code] = try scanner.raw("rules", value)
        } while scanner.skip(",")
        try scanner.require("}")
        return answers
    }

    private static func limit(_ scanner: inout LineScanner) throws(RecordFault) -> Admission.Limit {
        if scanner.skip("null") { return .unlimited }
        return .years(try scanner.number("rules"))
    }

    private static func date(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
        CalendarDate(text: String(decoding: bytes, as: UTF8.self))
    }
}
