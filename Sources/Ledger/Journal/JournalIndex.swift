import Domain
import Foundation

/// Where the records of a journal stand, and which of them are about the count of which service.
struct JournalIndex: Sendable, Equatable {
    /// The segments, from the oldest.
    private(set) var parts: [Part] = []
    /// For each service the sequences of the records that say its count, rising.
    private var reports: [ServiceID: [Int]] = [:]

    /// One segment, and where some of its records begin.
    struct Part: Sendable, Equatable {
        let first: Int
        /// How many records it has.
        fileprivate(set) var count = 0
        fileprivate(set) var byteCount = 0
        /// Where every ``JournalIndex/stride``th record begins, in bytes.
        fileprivate(set) var marks: [Int] = []

        var name: String { StateFile.segment(from: first) }
        var last: Int { first + count - 1 }
    }

    static let stride = 32

    init() {}

    init(parts: [(first: Int, count: Int, byteCount: Int, marks: [Int])], reports: [ServiceID: [Int]]) {
        self.reports = reports
        self.parts = parts.map { Part(first: $0.first, count: $0.count, byteCount: $0.byteCount, marks: $0.marks) }
    }

    mutating func beginPart(from first: Int) { parts.append(Part(first: first)) }

    /// Takes in the record that follows in the newest segment.
    mutating func append(_ record: Record, byteCount: Int) {
        guard let last = parts.indices.last else { return }
        // Only where records are missing before it do the places before it stay empty.
        while parts[last].first + parts[last].count <= record.sequence { parts[last].append() }
        parts[last].byteCount += byteCount
        guard record.kind.subject == .capacity else { return }
        for change in record.capacities where reports[change.service]?.last != record.sequence {
            reports[change.service, default: []].append(record.sequence)
        }
    }

    /// How many records say the count of `service`.
    func reportCount(of service: ServiceID) -> Int { reports[service]?.count ?? 0 }

    /// Their sequences, newest first, without the newest `skipped`.
    func newestReports(of service: ServiceID, skipping skipped: Int, atMost count: Int) -> [Int] {
        (reports[service] ?? []).dropLast(max(0, skipped)).suffix(max(0, count)).reversed()
    }

    /// Where all of them stand, rising.
    func places(ofReportsOf service: ServiceID) -> [RecordPlace] { places(of: reports[service] ?? []) }

    /// Where these records stand, in their order.
    func places(of sequences: some Sequence<Int>) -> [RecordPlace] {
        sequences.compactMap { sequence in
            place(of: sequence).map { part, offset, linesBetween in
                RecordPlace(
                    sequence: sequence, file: part.name, mark: offset, linesBetween: linesBetween, end: part.byteCount)
            }
        }
    }

    var allReports: [ServiceID: [Int]] { reports }

    /// Where to look for a record: the segment, a place in it, and how many lines of records stand between.
    func place(of sequence: Int) -> (part: Part, offset: Int, linesBetween: Int)? {
        guard let part = parts.last(where: { $0.first <= sequence }), sequence <= part.last else { return nil }
        let ordinal = sequence - part.first
        guard ordinal / Self.stride < part.marks.count else { return nil }
        return (part, part.marks[ordinal / Self.stride], ordinal % Self.stride)
    }
}

extension JournalIndex.Part {
    /// Gives the record that begins at the end its place.
    fileprivate mutating func append() {
        if count % JournalIndex.stride == 0 { marks.append(byteCount) }
        count += 1
    }
}
