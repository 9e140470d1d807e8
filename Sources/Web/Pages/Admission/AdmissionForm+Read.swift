import Domain
import Foundation
import JSONText
import Ledger
import Registry

extension AdmissionForm {
    /// The rules that were filled in, or everything that is wrong, in the order of the page.
    ///
    /// What was read is held against the readers of the files too: what they refuse is refused here.
    func read() -> (rules: AdmissionRules?, faults: [FormFault]) {
        var reading = Reading(values: values, say: say)
        let admission = admission(&reading)
        let contraIndications = hasContraIndications ? contraIndications(&reading) : []
        let stay = stay(&reading)
        let rules = AdmissionRules(
            admission: admission, contraIndications: contraIndications, stay: stay,
            aftercare: reading.code("aftercare", Answer.self), languages: languages(&reading),
            interpreter: reading.truth("interpreter"), securityLevel: securityLevel(&reading))
        guard reading.faults.isEmpty else { return (nil, reading.faults) }
        let faults = refusals(of: rules)
        return faults.isEmpty ? (rules, []) : (nil, faults)
    }

    private func admission(_ reading: inout Reading) -> Admission {
        let old = service.admission
        let genders = kept(reading.codes("gender", Gender.self), old.genders ?? [])
        let (minimum, maximum) = (reading.limit("minimumAge"), reading.limit("maximumAge"))
        if let lowest = minimum.years, let highest = maximum.years, lowest > highest {
            reading.fault(
                "minimumAge",
                say(
                    "De laagste leeftijd is hoger dan de hoogste. Pas een van de twee aan.",
                    "The lowest age is higher than the highest. Change one of them."))
        }
        let households = kept(reading.codes("household", Household.self), old.households ?? [])
        return Admission(
            genders: genders.isEmpty ? nil : genders, welcomesTransgender: reading.truth("trans"),
            minimumAge: minimum, maximumAge: maximum, households: households.isEmpty ? nil : households,
            sonsMaximumAge: reading.limit("sonsMaximumAge"), residence: residence(&reading),
            residenceReasons: reasons(&reading),
            exploitationForms: kept(reading.codes("form", ExploitationForm.self), old.exploitationForms),
            onlyFor: kept(reading.codes("onlyFor", Circumstance.self), old.onlyFor),
            wheelchair: reading.truth("wheelchair"), pets: reading.code("pets", PetPolicy.self),
            requiresPoliceReport: reading.truth("policeReport"),
            accessDecision: reading.code("decision", AccessDecision.self))
    }

    /// The old list where the new one says the same in another order.
    private func kept<Kind: Hashable>(_ new: [Kind], _ old: [Kind]) -> [Kind] { Set(new) == Set(old) ? old : new }

    /// An answer for every status, or none at all: a status that is left out of a list would be a no.
    private func residence(_ reading: inout Reading) -> [ResidenceStatus: ResidenceAnswer]? {
        var answers: [ResidenceStatus: ResidenceAnswer] = [:]
        for status in ResidenceStatus.stated {
            answers[status] = reading.code(Self.residence(status), ResidenceAnswer.self)
        }
        guard !answers.isEmpty else { return nil }
        if let missing = ResidenceStatus.stated.first(where: { answers[$0] == nil }) {
            reading.fault(
                Self.residence(missing),
                say(
                    "Kies bij elk verblijf een antwoord, of bij geen enkel.",
                    "Choose an answer for every residence status, or for none."))
        }
        let old = service.admission
        let isSame = ResidenceStatus.stated.allSatisfy { answers[$0] == old.answer(for: $0) }
        return isSame ? old.residence : answers
    }

    /// Only a place that does not say yes has a reason.
    private func reasons(_ reading: inout Reading) -> [ResidenceStatus: ResidenceReason] {
        var reasons: [ResidenceStatus: ResidenceReason] = [:]
        for status in ResidenceStatus.stated {
            reasons[status] = reading.code(Self.reason(status), ResidenceReason.self)
        }
        return reasons
    }

    /// Those that stood keep their place and their day where nothing of them changed.
    private func contraIndications(_ reading: inout Reading) -> [ContraIndication] {
        let old = service.contraIndications
        let order = old.map(\.circumstance)
        let rest = Circumstance.allCases.filter { !order.contains($0) }
        var list: [ContraIndication] = []
        for circumstance in order + rest {
            guard let hardness = reading.code(Self.hardness(circumstance), Hardness.self) else { continue }
            let condition = hardness == .conditional ? condition(circumstance, &reading) : nil
            let before = old.first { $0.circumstance == circumstance }
            let isSame = before?.hardness == hardness && before?.condition == condition
            list.append(
                (isSame ? before : nil)
                    ?? ContraIndication(circumstance, hardness, condition: condition, since: day, editedBy: editor))
        }
        return list
    }

    private func condition(_ circumstance: Circumstance, _ reading: inout Reading) -> String? {
        let name = Self.condition(circumstance)
        guard let text = values[name].map(Self.oneLine), !text.isEmpty else { return nil }
        // What the files had before may be longer.
        if let old = service.rules.contraIndication(circumstance)?.condition, Self.oneLine(old) == text { return old }
        if text.count > Self.mostConditionCharacters {
            reading.fault(
                name,
                say(
                    "Deze voorwaarde is te lang. Gebruik hooguit \(Self.mostConditionCharacters) tekens.",
                    "This condition is too long. Use at most \(Self.mostConditionCharacters) characters."))
        }
        return text
    }

    /// A field of more than one line lets people end one, and sends every end as two characters.
    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    }

    private func stay(_ reading: inout Reading) -> Stay? {
        let (minimum, usual) = (reading.days("minimumDays"), reading.days("usualDays"))
        let (maximum, extensible) = (reading.days("maximumDays"), reading.truth("extensible"))
        if let minimum, let maximum, minimum > maximum {
            reading.fault(
                "minimumDays",
                say(
                    "Het kortste verblijf is langer dan het langste. Pas een van de twee aan.",
                    "The shortest stay is longer than the longest. Change one of them."))
        }
        let stay = Stay(minimumDays: minimum, usualDays: usual, maximumDays: maximum, extensible: extensible)
        return stay == Stay() ? service.stay.flatMap { $0 == Stay() ? $0 : nil } : stay
    }

    private func languages(_ reading: inout Reading) -> [String] {
        let more = values["otherLanguages"] ?? ""
        let typed = more.lowercased().split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
        if typed.contains(where: { !LanguageCode.isWellFormed($0) }) {
            reading.fault(
                "otherLanguages",
                say(
                    "Gebruik codes van twee of drie letters met een komma ertussen, bijvoorbeeld: ti, vi.",
                    "Use codes of two or three letters with a comma between them, for example: ti, vi."))
        }
        var all: [String] = []
        for code in values.all("language").filter(LanguageCode.isWellFormed) + typed where !all.contains(code) {
            all.append(code)
        }
        return kept(all, service.languages)
    }

    private func securityLevel(_ reading: inout Reading) -> SecurityLevel? {
        let levels = securityLevels
        guard !levels.isEmpty else { return service.securityLevel }
        guard let level = reading.code("security", SecurityLevel.self) else { return service.securityLevel }
        if !levels.contains(level) {
            reading.fault(
                "security",
                say(
                    "Minder geheim maken kan hier niet. Vraag het de beheerder.",
                    "You cannot make a place less secret here. Ask the administrator."))
        }
        return level
    }

    // MARK: The readers of the files

    private func refusals(of rules: AdmissionRules) -> [FormFault] {
        let found = InputFaults()
        guard let node = try? JSONParser.parse(RulesText.bytes(of: rules)) else { return [everything] }
        let read = RulesReader(for: file, of: organization, on: map).read(JSONReader(node, faults: found))
        let faults = found.all.map { fault($0, in: rules) }
        return faults.isEmpty && read != rules ? [everything] : faults
    }

    /// Something that no field stands for.
    private var everything: FormFault {
        FormFault(
            field: "gender",
            text: say("Deze regels kunnen niet samen. Kijk ze na.", "These rules do not go together. Check them."))
    }

    private func fault(_ found: InputFault, in rules: AdmissionRules) -> FormFault {
        let (field, isText) = field(of: found.pointer, in: rules)
        guard isText || field == "security" else { return FormFault(field: field, text: everything.text) }
        let isElsewhere = field == "security"
        return FormFault(
            field: field,
            text: isElsewhere
                ? say(
                    "In de gegevens van deze plek staat nog een adres. Vraag de beheerder om dat eerst weg te halen.",
                    "The details of this place still hold an address. Ask the administrator to remove it first.")
                : say(
                    "Bij een geheime plek slaan we geen adres op. Haal het adres weg.",
                    "For a secret place we do not store an address. Remove the address."))
    }

    /// The field that a place in the JSON stands for, and whether that is a text of somebody's own.
    private func field(of pointer: JSONPointer, in rules: AdmissionRules) -> (name: String, isText: Bool) {
        let tokens = pointer.description.split(separator: "/").map(String.init)
        if tokens.first == "securityLevel" { return ("security", false) }
        guard tokens.first == "contraIndications", tokens.count > 1, let index = Int(tokens[1]),
            rules.contraIndications.indices.contains(index)
        else { return (everything.field, false) }
        let circumstance = rules.contraIndications[index].circumstance
        return tokens.last == "condition" ? (Self.condition(circumstance), true) : (Self.hardness(circumstance), false)
    }
}

/// Values as they are read, with what was wrong in them.
private struct Reading {
    let values: FormValues
    let say: Words
    private(set) var faults: [FormFault] = []

    init(values: FormValues, say: Words) { (self.values, self.say) = (values, say) }

    mutating func fault(_ field: String, _ text: String) {
        if !faults.contains(where: { $0.field == field }) { faults.append(FormFault(field: field, text: text)) }
    }

    /// `nil` where nothing is stated, and for what is no choice of the form.
    func code<Kind: Code>(_ name: String, _ kind: Kind.Type) -> Kind? { values[name].flatMap(kind.init(rawValue:)) }

    func codes<Kind: Code>(_ name: String, _ kind: Kind.Type) -> [Kind] {
        let chosen = values.all(name)
        return kind.allCases.filter { chosen.contains($0.rawValue) }
    }

    func truth(_ name: String) -> Bool? {
        switch values[name] {
        case "yes": true
        case "no": false
        default: nil
        }
    }

    mutating func limit(_ name: String) -> Admission.Limit {
        let isNone = values[AdmissionForm.noLimit(name)] != nil
        guard let text = values[name] else { return isNone ? .unlimited : .notStated }
        if isNone {
            fault(
                name,
                say(
                    "Vul een leeftijd in, of kies ‘geen grens’. Niet allebei.",
                    "Fill in an age, or choose ‘no limit’. Not both."))
        }
        guard let years = Self.number(text), AdmissionRules.ages.contains(years) else {
            fault(
                name,
                say(
                    "Vul een leeftijd in tussen 0 en 120, bijvoorbeeld 17.",
                    "Fill in an age between 0 and 120, for example 17."))
            return .notStated
        }
        return .years(years)
    }

    mutating func days(_ name: String) -> Int? {
        guard let text = values[name] else { return nil }
        guard let days = Self.number(text), AdmissionRules.days.contains(days) else {
            fault(
                name,
                say(
                    "Vul een aantal dagen in tussen 0 en 36.500, bijvoorbeeld 90.",
                    "Fill in a number of days between 0 and 36,500, for example 90."))
            return nil
        }
        return days
    }

    /// Digits alone, as people type them.
    private static func number(_ text: String) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text.utf8.count <= 9 else { return nil }
        return Int(text)
    }
}
