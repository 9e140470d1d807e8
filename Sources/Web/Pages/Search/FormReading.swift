import Domain
import Foundation

/// Values of a form as codes and numbers, with what is wrong in them, in the language of the page.
struct FormReading: Sendable {
    let values: FormValues
    let say: Words
    private(set) var faults: [FormFault] = []

    init(values: FormValues, say: Words) { (self.values, self.say) = (values, say) }

    mutating func fault(_ field: String, _ dutch: String, _ english: String) {
        faults.append(FormFault(field: field, text: say(dutch, english)))
    }

    mutating func noSuchChoice(_ field: String) {
        fault(field, "Deze keuze kennen we niet. Kies opnieuw.", "We do not know this choice. Choose again.")
    }

    /// A whole number in digits alone; `nil` for anything else.
    func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = values[name], text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text).flatMap { range.contains($0) ? $0 : nil }
    }

    /// The code chosen; with none, what to do is told.
    mutating func required<Kind: Code>(_ name: String, _ kind: Kind.Type, _ dutch: String, _ english: String) -> Kind? {
        let code = values[name].flatMap(Kind.init(rawValue:))
        if code == nil { fault(name, dutch, english) }
        return code
    }

    /// The first code chosen; "Weet ik niet" is none where the list has no code for it.
    mutating func code<Kind: Code>(_ name: String, _ kind: Kind.Type) -> Kind? { codes(name, kind).first }

    /// Every code chosen. One that does not exist is a fault: dropped, it could lose a danger area.
    mutating func codes<Kind: Code>(_ name: String, _ kind: Kind.Type) -> [Kind] {
        let isUnknownACode = Kind(rawValue: SearchForm.unknown) != nil
        return known(name, values.all(name).filter { isUnknownACode || $0 != SearchForm.unknown }, kind)
    }

    mutating func known<Kind: Code>(_ name: String, _ given: [String], _ kind: Kind.Type) -> [Kind] {
        let codes = given.compactMap(Kind.init(rawValue:))
        if codes.count < given.count { noSuchChoice(name) }
        return codes
    }

    /// `nil` where it is not known.
    mutating func flag(_ name: String) -> Bool? {
        switch values[name] {
        case "yes": return true
        case "no": return false
        case nil, SearchForm.unknown: return nil
        default:
            noSuchChoice(name)
            return nil
        }
    }
}
