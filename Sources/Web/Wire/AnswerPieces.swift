import Domain
import Foundation
import JSONText
import Matching

/// All that is written once per registry for its answers.
struct AnswerPieces: Sendable {
    let questions: QuestionPieces
    let exclusions: ExclusionPieces
    let services: ServicePieces

    init(_ services: [Service], _ sentences: Sentences) {
        questions = QuestionPieces(sentences)
        exclusions = ExclusionPieces(services, sentences)
        self.services = ServicePieces(services)
    }
}

/// Points to ask as they stand in an answer: a long one has tens of thousands.
struct QuestionPieces: Sendable {
    /// By ``Question/number``: where the place takes people in consultation, and where it takes nobody.
    private let conditional: [[UInt8]]
    private let absolute: [[UInt8]]
    /// The number of the first circumstance.
    private let firstCircumstance = Circumstance.allCases.first.map { Question.contraIndication($0).number } ?? 0

    init(_ sentences: Sentences) {
        func pieces(_ hardness: Hardness) -> [[UInt8]] {
            Question.inOrder.map { question in
                var writer = JSONWriter(capacity: 128)
                CodeText(code: question.code, text: sentences.text(of: question, hardness: hardness))
                    .write(to: &writer)
                return writer.bytes
            }
        }
        (conditional, absolute) = (pieces(.conditional), pieces(.absolute))
    }

    func write(_ questions: CodeSet<Question>, at service: Service, to writer: inout JSONWriter) {
        var closed: UInt64 = 0
        for contraIndication in service.contraIndications where contraIndication.hardness == .absolute {
            closed |= 1 << UInt64(firstCircumstance + contraIndication.circumstance.number)
        }
        writer.byte(UInt8(ascii: "["))
        var rest = questions.bits
        while rest != 0 {
            let number = rest.trailingZeroBitCount
            writer.piece(closed >> UInt64(number) & 1 == 1 ? absolute[number] : conditional[number])
            rest &= rest - 1
            if rest != 0 { writer.byte(UInt8(ascii: ",")) }
        }
        writer.byte(UInt8(ascii: "]"))
    }
}
