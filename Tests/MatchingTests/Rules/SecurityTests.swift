import Domain
import Matching
import Testing

@Suite("Security and danger areas (R10)")
struct SecurityTests {
    enum Spot: String, CaseIterable { case outside, inProvince, inMunicipality, unsafeForArea }

    struct Example: Sendable, CustomTestStringConvertible {
        let threat: ThreatLevel
        let level: SecurityLevel
        let spot: Spot
        var testDescription: String { "\(threat.rawValue), \(level.rawValue), \(spot.rawValue)" }
    }

    static let examples = ThreatLevel.allCases.flatMap { threat in
        SecurityLevel.allCases.flatMap { level in
            Spot.allCases.map { Example(threat: threat, level: level, spot: $0) }
        }
    }

    @Test(arguments: examples)
    func threatByLevelByArea(_ example: Example) {
        let place = PlaceDraft.make {
            ($0.province, $0.security) = (.overijssel, example.level)
            if example.level != .secret { $0.municipality = TestMap.zwolle }
            if example.spot == .unsafeForArea { $0.unsafeForAreas = [.province(.noordBrabant)] }
        }
        let profile = Profile.make {
            $0.threat = example.threat
            switch example.spot {
            case .outside: $0.dangerAreas = [.municipality(TestMap.rotterdam), .province(.fryslan)]
            case .inProvince: $0.dangerAreas = [.municipality(TestMap.rotterdam), .province(.overijssel)]
            case .inMunicipality: $0.dangerAreas = [.municipality(TestMap.zwolle)]
            case .unsafeForArea: $0.dangerAreas = [.municipality(TestMap.breda)]
            }
        }

        let verdict = place.verdict(for: profile)

        #expect(verdict.exclusions == Self.exclusions(example))
        if verdict.section != nil { #expect(verdict.conditions == Self.conditions(example)) }
    }

    /// The table of rule R10, written out.
    private static func exclusions(_ example: Example) -> Set<String> {
        // Where nothing guards the address, its municipality is not compared; it is too open already.
        let isInside = example.spot != .outside && !(example.level == .none && example.spot == .inMunicipality)
        return switch (example.threat, example.level, isInside) {
        case (.green, _, _): []
        case (.orange, .none, false): ["security_insufficient"]
        case (.orange, .none, true): ["security_insufficient", "danger_region"]
        case (.orange, .openVisible, true): ["danger_region"]
        case (.orange, .openVisible, false), (.orange, .sheltered, _), (.orange, .secret, _): []
        case (.red, .secret, false): []
        case (.red, .secret, true): ["danger_region"]
        case (.red, _, false): ["security_insufficient"]
        case (.red, _, true): ["security_insufficient", "danger_region"]
        }
    }

    private static func conditions(_ example: Example) -> Set<String> {
        let isInside = example.spot != .outside
        let mayBeInside = example.level == .sheltered || example.level == .secret
        return example.threat == .orange && mayBeInside && isInside ? ["danger_region"] : []
    }

    @Test(arguments: [
        (SecurityLevel.openVisible, TestMap.enschede, false), (.sheltered, TestMap.enschede, false),
        (.secret, TestMap.enschede, true), (.secret, TestMap.breda, false),
    ])
    func onlyForASecretPlaceADangerMunicipalityIsItsWholeProvince(
        level: SecurityLevel, danger: MunicipalityCode, inside: Bool
    ) {
        let place = PlaceDraft.make {
            ($0.security, $0.municipality) = (level, level == .secret ? nil : TestMap.zwolle)
        }
        let profile = Profile.make { ($0.threat, $0.dangerAreas) = (.orange, [.municipality(danger)]) }

        #expect(place.verdict(for: profile).conditions == (inside ? ["danger_region"] : []))
    }

    @Test(arguments: [
        (Area.municipality(TestMap.breda), Area.province(.noordBrabant), true),
        (.province(.noordBrabant), .municipality(TestMap.breda), true),
        (.municipality(TestMap.breda), .municipality(TestMap.breda), true),
        (.municipality(TestMap.breda), .municipality(TestMap.eindhoven), false),
        (.province(.noordBrabant), .province(.fryslan), false),
    ])
    func unsafeAreasOverlapInEitherDirection(unsafe: Area, danger: Area, inside: Bool) {
        let place = PlaceDraft.make { ($0.security, $0.unsafeForAreas) = (.sheltered, [unsafe]) }
        let profile = Profile.make { ($0.threat, $0.dangerAreas) = (.orange, [danger]) }

        #expect(place.conditions(for: profile) == (inside ? ["danger_region"] : []))
    }

    @Test func dangerAreasThatNobodyGaveAreAskedFor() {
        let secret = PlaceDraft.make { $0.security = .secret }
        let help = PlaceDraft.ambulatory()
        func person(_ threat: ThreatLevel) -> Profile {
            .make { ($0.threat, $0.dangerAreas, $0.housing) = (threat, nil, .safeOwnPlace) }
        }

        #expect(secret.asks(for: person(.red)) == ["unknown:dangerAreas"])
        #expect(secret.asks(for: person(.green)).isEmpty)
        #expect(help.asks(for: person(.red)).isEmpty)
        #expect(help.section(for: person(.red)) == .fitsNow)
    }

    @Test func aPlaceThatHidesNothingIsAskedWhereItIs() {
        let profile = Profile.make { ($0.threat, $0.dangerAreas) = (.orange, [.municipality(TestMap.zwolle)]) }
        func place(_ level: SecurityLevel, _ municipality: MunicipalityCode?) -> PlaceDraft {
            .make { ($0.security, $0.municipality) = (level, municipality) }
        }

        #expect(place(.openVisible, nil).asks(for: profile) == ["not_stated:municipality"])
        #expect(place(.sheltered, TestMap.enschede).asks(for: profile).isEmpty)
        #expect(place(.secret, nil).asks(for: profile).isEmpty)
    }
}
