import Domain
import Foundation
import JSONText
import Matching
import Registry

/// The answer to a search on its way to the bytes: the same as Foundation's encoder makes of ``SearchBody``, without
/// that value and several times as fast, for this is the answer that people wait for.
final class SearchAnswer: Sendable {
    fileprivate let result: SearchResult
    fileprivate let profile: Profile
    fileprivate let sentences: Sentences
    fileprivate let pieces: AnswerPieces
    private let labels: CodeLists
    /// All but the placements and what is excluded one by one.
    private let frame: SearchBody

    init(_ result: SearchResult, profile: Profile, snapshot: Snapshot, at now: Date, isFull: Bool) {
        (self.result, self.profile) = (result, profile)
        (sentences, pieces, labels) = (snapshot.sentences, snapshot.pieces, snapshot.registry.codeLists)
        frame = SearchBody(
            result, profile: profile, snapshot: snapshot, at: now, isFull: isFull, listsPlaces: false)
    }

    /// Members by name.
    func jsonBytes() -> [UInt8] {
        var writer = JSONWriter(capacity: capacity)
        writer.raw("{\"advice\":")
        writer.string(frame.advice)
        writer.raw(",\"banners\":")
        writer.array(frame.banners) { $1.write(to: &$0) }
        writer.raw(",\"blockers\":")
        writer.array(frame.blockers) { $1.write(to: &$0) }
        writer.raw(",\"contacts\":")
        writer.array(frame.contacts) { $1.write(to: &$0) }
        writer.raw(",\"dataVersion\":")
        writer.string(frame.dataVersion)
        writer.raw(",\"emergencyContacts\":")
        writer.array(frame.emergencyContacts) { $1.write(to: &$0) }
        if let summary = frame.excludedSummary {
            writer.raw(",\"excludedSummary\":")
            writer.array(summary) { $1.write(to: &$0) }
        } else {
            writer.raw(",\"excluded\":")
            writer.array(result.excluded) { writeExcluded($1, to: &$0) }
        }
        writer.raw(",\"rankingVersion\":")
        writer.string(frame.rankingVersion)
        writer.raw(",\"responsibility\":")
        frame.responsibility.write(to: &writer)
        writer.raw(",\"searchedAt\":")
        writer.string(frame.searchedAt)
        writer.raw(",\"sections\":")
        writer.array(result.sections) { writeSection($1, to: &$0) }
        writer.raw("}")
        return writer.bytes
    }

    /// About as many bytes as it will be.
    private var capacity: Int {
        let placements = result.sections.reduce(0) { $0 + $1.placements.count }
        return 8_192 + 3_072 * placements + 512 * result.excluded.count
    }

    private func writeSection(_ ranked: RankedSection, to writer: inout JSONWriter) {
        writer.raw("{\"label\":")
        writer.string(labels.label(ranked.section))
        writer.raw(",\"placements\":[")
        var upper: Placement?
        for placement in ranked.placements {
            if upper != nil { writer.byte(UInt8(ascii: ",")) }
            PlacementWriter(answer: self, placement: placement, upper: upper).write(to: &writer)
            upper = placement
        }
        writer.raw("],\"section\":")
        writer.string(ranked.section.rawValue)
        writer.raw(",\"total\":")
        writer.number(ranked.total)
        writer.raw("}")
    }

    private func writeExcluded(_ assessment: Assessment, to writer: inout JSONWriter) {
        pieces.services.write(.excludedHead, of: assessment.place, to: &writer)
        writer.raw(",\"reasons\":[")
        pieces.exclusions.write(assessment, for: profile, sentences, to: &writer)
        writer.raw("]")
        pieces.services.write(.excludedTail, of: assessment.place, to: &writer)
    }
}

/// One placement of it.
private struct PlacementWriter {
    let answer: SearchAnswer
    let placement: Placement
    /// The one just above in the same section.
    let upper: Placement?

    private var service: Service { placement.service }

    /// Members by name.
    func write(to writer: inout JSONWriter) {
        writer.raw("{\"ask\":")
        answer.pieces.questions.write(placement.assessment.questions, at: service, to: &writer)
        writeBelow(to: &writer)
        writer.raw(",\"capacity\":")
        PlacementBody.CapacityPart(placement.assessment).write(to: &writer)
        writer.raw(",\"conditions\":")
        writer.array(placement.assessment.conditionList) { writer, condition in
            CodeText(code: condition.code, text: answer.sentences.text(of: condition, at: service))
                .write(to: &writer)
        }
        answer.pieces.services.write(.example, of: placement.assessment.place, to: &writer)
        writer.raw(",\"notes\":")
        writer.array(answer.sentences.notes(for: service, profile: answer.profile)) { writer, note in
            CodeText(code: note.code, text: note.text).write(to: &writer)
        }
        answer.pieces.services.write(.organization, of: placement.assessment.place, to: &writer)
        writer.raw(",\"rank\":")
        writer.number(placement.rank)
        answer.pieces.services.write(.reach, of: placement.assessment.place, to: &writer)
        writeReasons(to: &writer)
        answer.pieces.services.write(.referral, of: placement.assessment.place, to: &writer)
        if let scarcity = answer.result.scarcity {
            writer.raw(",\"scarcity\":")
            PlacementBody.ScarcityPart(scarcity.others(needing: service.id), sentences: answer.sentences)
                .write(to: &writer)
        }
        answer.pieces.services.write(.security, of: placement.assessment.place, to: &writer)
    }

    private func writeReasons(to writer: inout JSONWriter) {
        writer.raw(",\"reasons\":")
        writer.array(answer.sentences.reasons(for: placement, profile: answer.profile)) { writer, reason in
            writer.raw("{\"key\":")
            writer.string(reason.key.rawValue)
            writer.raw(",\"text\":")
            writer.string(reason.text)
            writer.raw("}")
        }
    }

    private func writeBelow(to writer: inout JSONWriter) {
        guard let upper else { return }
        let note = answer.sentences.whyLower(placement, than: upper, scarcity: answer.result.scarcity)
        writer.raw(",\"below\":{\"key\":")
        writer.string(note.key)
        writer.raw(",\"text\":")
        writer.string(note.text)
        writer.raw("}")
    }
}
