import Domain
import Foundation
import Matching
import Registry

/// The same search over ever more services, in turn with a plain walk over as many records.
struct ScaleBenchmark {
    private static let sizes = [2_000, 20_000, 200_000]
    /// What the first 20 of the smallest and of the largest may take, in microseconds.
    private static let targets = [2_000: 100.0, 200_000: 5_000.0]
    private static let rounds = 15

    private let forms: [FastForm]
    private let now = SampleRegistry.wholeSecond(Date())

    init(registry: Registry) throws {
        let sample = try SampleRegistry(like: registry, services: Self.sizes.max() ?? 0, now: now)
        forms = Self.sizes.map { size in
            FastForm(
                Array(sample.services.prefix(size)), map: registry.geography, coordination: registry.coordination)
        }
    }

    func run() throws {
        Figures.title("The README's search, the first 20 of more and more services, computing only")
        let walks = Self.sizes.map(PlainWalk.init(over:))
        var times = [[Double]](repeating: [], count: forms.count)
        var plain = times
        for _ in 0...Self.rounds {
            for index in forms.indices {
                // As many services in every run, so that each size is timed over about the same time.
                let turns = (Self.sizes.max() ?? 0) / Self.sizes[index]
                let (form, walk) = (forms[index], walks[index])
                let once = Timing.seconds { for _ in 0..<turns { search(form) } }
                let walked = Timing.seconds { for turn in 0..<turns { keep(walk.count(turn)) } }
                times[index].append(once / Double(turns))
                plain[index].append(walked / Double(turns))
            }
        }
        show(times.map { Timing(Array($0.dropFirst())) }, plain.map { Timing(Array($0.dropFirst())) })
    }

    private func search(_ form: FastForm) { keep(form.search(SampleProfile.readme.profile, at: now)) }

    private func show(_ times: [Timing], _ plain: [Timing]) {
        for (index, size) in Self.sizes.enumerated() {
            let each = times[index].median * 1e9 / Double(size)
            let walked = plain[index].median * 1e9 / Double(size)
            Figures.line(
                "\(size) services", times[index].median * 1e6, "µs", below: Self.targets[size],
                note: "\(Figures.text(each)) ns for each; a plain walk over records of 104 bytes: "
                    + "\(Figures.text(walked)) ns; \(Figures.text(each / walked)) times")
            guard index > 0 else { continue }
            let growth = times[index].median / times[index - 1].median
            let services = Double(size) / Double(Self.sizes[index - 1])
            Figures.line("growth of the time for \(Figures.text(services)) times the services", growth, "times")
        }
    }
}

/// The least that any search has to do: see every record, and compare a few sets of bits.
private struct PlainWalk {
    private let records: [Record]

    /// 104 bytes.
    private struct Record {
        var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64)
        var (e, f, g, h): (UInt64, UInt64, UInt64, UInt64)
        var (i, j, k, l, m): (UInt64, UInt64, UInt64, UInt64, UInt64)
    }

    init(over count: Int) {
        var random = SampleRandom(seed: UInt64(count))
        records = (0..<count).map { _ in
            Record(
                a: random.next(), b: random.next(), c: random.next(), d: random.next(), e: 0, f: 0, g: 0, h: 0, i: 0,
                j: 0, k: 0, l: 0, m: random.next())
        }
    }

    /// - Parameter turn: changes what is looked for, so that no walk can stand for another.
    @inline(never)
    func count(_ turn: Int) -> Int {
        let mask = UInt64(turn) | 1
        var count = 0
        for record in records {
            let why = (record.a & mask) | (record.e & mask) | (record.i & mask) | (record.m & mask)
            if why == 0 { count += 1 }
        }
        return count
    }
}
