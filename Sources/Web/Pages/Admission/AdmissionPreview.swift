import Domain
import Foundation
import Hypertext
import Registry

/// Rules as others read them.
struct AdmissionPreview: Sendable {
    let call: PageCall
    let service: Service
    let rules: AdmissionRules

    func html() -> HTML {
        let sentence = AdmissionSentence(
            admission: rules.admission, contraIndications: rules.contraIndications, kind: service.shelterKind,
            languages: rules.languages, interpreter: rules.interpreter, codes: call.registry.codeLists,
            language: call.language)
        let missing = sentence.notStated
        let note: HTML =
            missing.isEmpty
            ? .empty
            : .paragraph(
                call.say("Nog niet opgegeven: ", "Not yet stated: ") + missing.joined(separator: " · ") + ".",
                class: "nl-form-field-description")
        return .joined([.list(sentence.sentences.map { .text($0) }), note])
    }
}
