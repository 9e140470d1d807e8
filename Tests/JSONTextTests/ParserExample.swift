import Foundation
import JSONText
import Testing

/// A text, and what the parser must make of it.
struct ParserExample: Sendable, CustomTestStringConvertible {
    let name: String
    let text: [UInt8]
    let expected: Expected
    var testDescription: String { name }

    enum Expected: Sendable {
        case value(PlainValue)
        case fault(JSONSyntaxFault.Kind, at: Int)
    }

    static func accept(_ name: String, _ text: String, _ value: PlainValue) -> ParserExample {
        ParserExample(name: name, text: Array(text.utf8), expected: .value(value))
    }

    static func accept(_ name: String, bytes: [UInt8], _ value: PlainValue) -> ParserExample {
        ParserExample(name: name, text: bytes, expected: .value(value))
    }

    static func refuse(
        _ name: String, _ text: String, _ kind: JSONSyntaxFault.Kind, at offset: Int
    ) -> ParserExample {
        ParserExample(name: name, text: Array(text.utf8), expected: .fault(kind, at: offset))
    }

    static func refuse(
        _ name: String, bytes: [UInt8], _ kind: JSONSyntaxFault.Kind, at offset: Int
    ) -> ParserExample {
        ParserExample(name: name, text: bytes, expected: .fault(kind, at: offset))
    }

    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        let outcome = Outcome(parsing: text)
        switch (expected, outcome) {
        case (.value(let wanted), .value(let found)): #expect(found == wanted, sourceLocation: sourceLocation)
        case (.fault(let kind, let offset), .fault(let found)):
            #expect(found == JSONSyntaxFault(kind, at: offset), sourceLocation: sourceLocation)
        case (.value, .fault(let found)): Issue.record("refused: \(found)", sourceLocation: sourceLocation)
        case (.fault, .value(let found)): Issue.record("accepted: \(found)", sourceLocation: sourceLocation)
        }
    }
}

/// What the parser made of a text.
enum Outcome: Equatable {
    case value(PlainValue)
    case fault(JSONSyntaxFault)

    init(parsing text: [UInt8]) {
        do {
            self = .value(PlainValue(try JSONParser.parse(text)))
        } catch {
            self = .fault(error)
        }
    }
}
