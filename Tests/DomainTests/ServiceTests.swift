import Domain
import Testing

@Suite("Service")
struct ServiceTests {
    /// At most 14 days as stated, or not stated: by nature of the kind (contract section 4).
    @Test(arguments: [
        (ShelterKind.timeOut, nil, true), (.emergencyBed, nil, true), (.emergencyBedDisadvantaged, nil, true),
        (.crisisShelter, nil, false), (.timeOut, 14, true), (.timeOut, 15, false), (.crisisShelter, 14, true),
        (.crisisShelter, 15, false), (.emergencyBed, 90, false), (.womensShelter, 0, true),
    ])
    func shortStay(kind: ShelterKind, maximum: Int?, isShort: Bool) {
        let stay = Stay(usualDays: 3, maximumDays: maximum)

        #expect(Service.make(shelterKind: kind, stay: stay).isShortStay == isShort)
    }

    @Test func shortByNatureWithoutAnyStay() {
        #expect(Service.make(shelterKind: .timeOut).isShortStay)
        #expect(!Service.make(shelterKind: .mensShelter).isShortStay)
        #expect(!Service.make(shelterKind: nil).isShortStay)
    }

    @Test func helpWithoutABedRestrictsAndSecuresNothing() {
        let help = Service.make(shelterKind: nil, helpKinds: [.ambulatorySupport])

        #expect(help.isAmbulatory)
        #expect(help.effectiveSecurity == SecurityLevel.none)
        #expect(help.effectiveRestriction == .ambulatory)
    }

    @Test func whatIsStatedCounts() {
        let place = Service.make(securityLevel: .secret, restriction: .semiOpen)

        #expect(!place.isAmbulatory)
        #expect(place.effectiveSecurity == .secret)
        #expect(place.effectiveRestriction == .semiOpen)
    }

    @Test func helpForPerpetratorsIsMarked() {
        #expect(Service.make(shelterKind: nil, helpKinds: [.outreach, .perpetratorHelp]).offersPerpetratorHelp)
        #expect(!Service.make(helpKinds: [.outreach]).offersPerpetratorHelp)
    }
}
