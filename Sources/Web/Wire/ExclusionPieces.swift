import Domain
import Foundation
import Matching

/// Reasons against a place as they stand in an answer. Most say the same everywhere, or the same of one place in every
/// search; and many places say the same.
struct ExclusionPieces: Sendable {
    /// By ``Exclusion/number``: the piece that says it everywhere.
    private let common: [[UInt8]?]
    /// By number: which of ``own`` says it of a place.
    private let ownNumbers: [Int?]
    private let pool: [[UInt8]]
    /// For each row, as many as ``ownReasons``: which piece of the pool.
    private let own: [UInt32]

    /// What depends on nothing but the place.
    private static let ownReasons: [Exclusion] = [
        .age, .gender, .household, .sonsAge, .formNotServed, .notTargetGroup,
    ]
    /// What also depends on the person or the moment, and is written each time.
    private static let changing: Set<Exclusion> = [.residence, .capacityTooSmall]

    init(_ services: [Service], _ sentences: Sentences) {
        let nobody = Profile(age: 0, gender: .unknown, urgency: .now, threat: .green)
        func piece(_ exclusion: Exclusion, _ place: Place) -> [UInt8] {
            Self.piece(exclusion, sentences.text(of: exclusion, at: place, for: nobody))
        }
        var (pool, numbers): ([[UInt8]], [[UInt8]: UInt32]) = ([], [:])
        var own: [UInt32] = []
        for service in services.prefix(ServicePieces.mostServices) {
            let place = Place(service: service)
            for reason in Self.ownReasons {
                let piece = piece(reason, place)
                let number = numbers[piece] ?? UInt32(clamping: pool.count)
                if numbers[piece] == nil {
                    pool.append(piece)
                    numbers[piece] = number
                }
                own.append(number)
            }
        }
        (self.pool, self.own) = (pool, own)
        ownNumbers = Exclusion.inOrder.map { Self.ownReasons.firstIndex(of: $0) }
        let place = services.first.map { Place(service: $0) }
        common = Exclusion.inOrder.map { exclusion in
            guard !Self.ownReasons.contains(exclusion), !Self.changing.contains(exclusion) else { return nil }
            return place.map { piece(exclusion, $0) }
        }
    }

    /// All reasons of one place, with a comma between any two.
    func write(_ assessment: Assessment, for profile: Profile, _ sentences: Sentences, to writer: inout JSONWriter) {
        let reasons = Self.ownReasons.count
        let start = (assessment.place.row ?? .max / reasons) &* reasons
        let isKept = start >= 0 && start + reasons <= own.count
        var rest = assessment.exclusions.bits
        while rest != 0 {
            let number = rest.trailingZeroBitCount
            rest &= rest - 1
            if let piece = common[number] {
                writer.piece(piece)
            } else if isKept, let reason = ownNumbers[number] {
                writer.piece(pool[Int(own[start + reason])])
            } else {
                let exclusion = Exclusion.inOrder[number]
                let text = sentences.text(of: exclusion, at: assessment.place, for: profile)
                CodeText(code: exclusion.code, text: text).write(to: &writer)
            }
            if rest != 0 { writer.byte(UInt8(ascii: ",")) }
        }
    }

    private static func piece(_ exclusion: Exclusion, _ text: String) -> [UInt8] {
        var writer = JSONWriter(capacity: 256)
        CodeText(code: exclusion.code, text: text).write(to: &writer)
        return writer.bytes
    }
}
