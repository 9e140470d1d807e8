import Coverage
import Domain
import Foundation
import Testing

@Suite("Data quality, screen S18")
struct DataQualityTests {
    private func organization(
        _ id: String, _ drafts: [SupplyDraft] = [], status: ServiceStatus = .active, confidence: Confidence? = nil,
        checkedOn: String? = nil
    ) -> Organization {
        Organization(
            id: .make(id), name: id, kind: .shelterProvider, status: status, confidence: confidence,
            checkedOn: checkedOn.flatMap(CalendarDate.init(text:)), services: drafts.map(\.service))
    }

    private func quality(_ organizations: [Organization], _ drafts: [SupplyDraft] = []) -> DataQuality {
        DataQuality(
            of: organizations, at: SupplyDraft.now, on: SupplyDraft.today, capacity: TestSupply(drafts).capacity)
    }

    @Test func nothingGivesNothing() {
        let quality = quality([])

        #expect(quality.counted == 0 && quality.services == 0)
        #expect(quality.counts.isEmpty && quality.gaps.isEmpty && quality.unverified.isEmpty)
        #expect(quality.ended.isEmpty && quality.ending.isEmpty && quality.byCheck.isEmpty)
    }

    @Test func countsByAge() throws {
        let drafts = [
            SupplyDraft.make { ($0.id, $0.hoursAgo) = ("a", 12) },
            .make { ($0.id, $0.hoursAgo) = ("b", 24) },
            .make { ($0.id, $0.hoursAgo) = ("c", 25) },
            .make { ($0.id, $0.free) = ("d", nil) },
            .make { ($0.id, $0.kind) = ("e", nil) },
            .make { ($0.id, $0.status) = ("f", .paused) },
            .make { ($0.id, $0.status) = ("g", .ended) },
        ]
        let quality = quality([organization("huis", drafts)], drafts)
        let counts = try #require(quality.counts.first)

        #expect(Freshness.allCases.map(quality.counted) == [1, 1, 1, 1])
        #expect((quality.counted, counts.unreliable) == (4, 2))
        #expect(counts.places.map(\.service.id.rawValue) == ["d", "c", "b", "a"])
        #expect(counts.oldest == SupplyDraft.now.addingTimeInterval(-25 * 3_600))
        #expect(quality.services == 6)
        #expect(quality.ended.map(\.service?.id.rawValue) == ["g"])
    }

    @Test func theWorstOrganizationComesFirst() {
        let drafts = [
            SupplyDraft.make { $0.id = "goed" }, .make { ($0.id, $0.hoursAgo) = ("oud", 99) },
            .make { ($0.id, $0.free) = ("weet-niet", nil) }, .make { ($0.id, $0.hoursAgo) = ("bijna", 20) },
        ]
        let quality = quality(drafts.map { organization("bij-\($0.id)", [$0]) }, drafts)

        #expect(
            quality.counts.map(\.organization.id.rawValue) == ["bij-oud", "bij-weet-niet", "bij-bijna", "bij-goed"])
    }

    @Test func whoWasCheckedLongestAgoComesFirst() {
        let quality = quality([
            organization("a", confidence: .confirmedByOrganisation, checkedOn: "2026-11-01"),
            organization("b", confidence: .unverified, checkedOn: "2026-10-01"),
            organization("c"), organization("d", status: .ended, confidence: .unverified),
            organization("e", confidence: .publicSource, checkedOn: "2026-09-01"),
        ])

        #expect(quality.byCheck.map(\.id.rawValue) == ["c", "e", "b", "a"])
        #expect(quality.unverified.map(\.id.rawValue) == ["c", "b"])
        #expect(quality.ended.map(\.organization.id.rawValue) == ["d"])
    }

    @Test func moneyThatEnds() {
        let drafts = [364, 365, 366, -30].map { days in
            SupplyDraft.make {
                ($0.id, $0.fundingEndsOn) = ("in-\(abs(days))", SupplyDraft.today.adding(days: days))
            }
        }
        let quality = quality([organization("huis", drafts)], drafts)

        #expect(quality.ending.map(\.id.rawValue) == ["in-30", "in-364", "in-365"])
    }

    @Test func everyFieldIsMissingInAnEmptyService() throws {
        let place = SupplyDraft.make { ($0.id, $0.total, $0.free, $0.reach) = ("plek", nil, nil, nil) }
        let help = SupplyDraft.make { ($0.id, $0.kind, $0.reach) = ("hulp", nil, nil) }
        let quality = quality([organization("huis", [place, help])], [place, help])

        let found = Dictionary(uniqueKeysWithValues: quality.gaps.map { ($0.field, $0) })
        #expect(Set(found.keys) == Set(MissingField.allCases))
        #expect(try #require(found[.genders]).missing.map(\.id.rawValue) == ["plek"])
        #expect(try #require(found[.waiting]).missing.map(\.id.rawValue) == ["hulp"])
        #expect(try #require(found[.phone]).missing.count == 2)
        #expect(try #require(found[.phone]).concerned == 2)
        let counts: [Int] = quality.gaps.map(\.missing.count)
        #expect(counts == counts.sorted(by: >))
    }

    @Test func whatIsStatedIsNotMissing() {
        let admission = Admission(
            genders: [.female], minimumAge: .years(18), maximumAge: .unlimited, households: [.single],
            residence: [.dutch: .yes], wheelchair: false, pets: .no)
        let service = Service(
            id: .make("plek"), organization: .make("huis"), organizationName: "Huis", name: "Plek",
            shelterKind: .womensShelter, site: Site(province: .overijssel), reach: .regional, admission: admission,
            expertiseLevel: ExpertiseLevel.none, languages: ["nl"],
            referral: Referral(routes: [.direct], phone: "038-000 00 00"), stay: Stay(maximumDays: 90),
            aftercare: .no, funding: [.wmo])

        let missing = MissingField.allCases.filter { $0.concerns(service) && $0.isMissing(in: service, total: 0) }

        #expect(missing.isEmpty)
    }
}
