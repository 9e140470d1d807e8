import Domain
import Foundation

/// A service as one row of a table: sets as bits, nothing that can be worked out beforehand left to the search.
struct ServiceColumns {
    /// What is read first stands first, of fixed width and never NULL: that is read fastest. What was not stated is a
    /// value that refuses nobody, with its bit in `unstated`.
    static let table = """
        CREATE TABLE service (
            -- Seconds since 1970, -Infinity where nothing is known, and for how many seconds a count is reliable.
            known_at float8 NOT NULL, reliable_for float8 NOT NULL,
            number int PRIMARY KEY, kind int NOT NULL, security int NOT NULL, restriction int NOT NULL,
            province int NOT NULL, municipality int NOT NULL, unsafe_provinces int NOT NULL,
            unsafe_touched int NOT NULL, served_provinces int NOT NULL, served_touched int NOT NULL,
            minimum_age int NOT NULL, maximum_age int NOT NULL, genders int NOT NULL, households int NOT NULL,
            sons_maximum int NOT NULL, residence_no int NOT NULL, forms int NOT NULL, only_for int NOT NULL,
            pets int NOT NULL, absolute int NOT NULL, total int NOT NULL, free int NOT NULL,
            ambulatory boolean NOT NULL, closed boolean NOT NULL, needs_order boolean NOT NULL,
            short_stay boolean NOT NULL, limited boolean NOT NULL, serves_serious boolean NOT NULL,
            no_wheelchair boolean NOT NULL, is_unit boolean NOT NULL,
            unsafe_municipalities int[], served_municipalities int[],
            -- Asked of who may come alone.
            welcomes_transgender boolean NOT NULL, single_sex boolean NOT NULL, restricts_gender boolean NOT NULL,
            spans_18 boolean NOT NULL, restricts_residence boolean NOT NULL, serves_all boolean NOT NULL,
            has_expertise boolean NOT NULL, residence_conditional int NOT NULL, conditional int NOT NULL,
            special_circumstances int NOT NULL, special_targets int NOT NULL, expertise int NOT NULL,
            unstated int NOT NULL, waiting_days int, expected_on date, id text COLLATE "C" NOT NULL UNIQUE);
        """

    /// Tab-separated values in the order of the table, as `COPY` reads them.
    let line: String

    /// - Parameter number: the place of its id in byte order.
    init(_ service: Service, capacity: Capacity?, number: Int, on map: Geography) {
        let admission = service.admission
        let unsafe = AreaColumns(service.site.unsafeForAreas, on: map)
        let stated = service.serviceArea ?? []
        let served = AreaColumns(stated.isEmpty ? [.province(service.site.province)] : stated, on: map)
        let isSerious = admission.exploitationForms.contains(.seriousDisadvantage)
        let isForSerious = isSerious || service.isAmbulatory || service.shelterKind == .homelessShelter
        let known =
            service.isAmbulatory
            ? service.waiting?.statedOn?.start : capacity?.free == nil ? nil : capacity?.confirmedAt
        let answers =
            admission.residence.map { _ in
                ResidenceStatus.stated.map { ($0, admission.answer(for: $0) ?? .no) }
            } ?? []
        let free = service.isAmbulatory ? 0 : capacity?.free ?? -1
        var row = Row()
        row.add(known?.timeIntervalSince1970 ?? -.infinity, FreshnessLimits.limits(for: service.shelterKind).ageing)
        row.add(number, service.shelterKind.map(CodeMask.bit) ?? 0)
        row.add(service.effectiveSecurity.strength, service.effectiveRestriction.weight)
        row.add(CodeMask.bit(service.site.province), service.site.municipality.map(AreaColumns.number) ?? 0)
        row.add(unsafe.provinces, unsafe.touched, served.provinces, served.touched)
        row.add(admission.minimumAge.years ?? 0, admission.maximumAge.years ?? Self.unbounded)
        row.add(CodeMask.bits(admission.genders ?? Gender.allCases))
        row.add(CodeMask.bits(admission.households ?? Household.allCases))
        row.add(admission.sonsMaximumAge.years ?? Self.unbounded)
        row.add(CodeMask.bits(answers.filter { $0.1 == .no }.map(\.0)))
        row.add(CodeMask.bits(admission.exploitationForms), CodeMask.bits(admission.onlyFor))
        row.add(admission.pets.map(CodeMask.number) ?? 0, Self.bits(of: service, .absolute))
        row.add(capacity?.total ?? Self.unbounded, free, service.isAmbulatory)
        row.add(service.status == .paused || service.status == .temporarilyClosed || capacity?.isPaused ?? false)
        row.add(service.effectiveRestriction == .closed || service.shelterKind?.needsCourtOrder ?? false)
        row.add(service.isShortStay, service.reach == .regional || service.reach == .local, isForSerious)
        row.add(admission.wheelchair == false, capacity?.unit == .unit)
        row.add(unsafe.municipalities, served.municipalities)
        row.add(admission.welcomesTransgender == true, admission.isSingleSex, admission.restrictsGender)
        row.add((admission.minimumAge.years ?? 0) <= 17 && (admission.maximumAge.years ?? 120) >= 18)
        row.add(answers.contains { $0.1 != .yes }, isForSerious && Self.servesAllOthers(admission))
        row.add(service.expertiseLevel != nil, CodeMask.bits(answers.filter { $0.1 == .conditional }.map(\.0)))
        row.add(Self.bits(of: service, .conditional))
        row.add(CodeMask.bits(service.specialFor.compactMap { if case .circumstance(let it) = $0 { it } else { nil } }))
        row.add(CodeMask.bits(service.specialFor.compactMap { if case .target(let it) = $0 { it } else { nil } }))
        row.add(service.expertiseLevel?.weight ?? 0, Self.unstated(by: service))
        row.add(service.waiting?.days, capacity?.expectedFreeOn?.text, service.id.rawValue)
        line = row.fields.joined(separator: "\t")
    }

    /// Above every age and every number of places.
    private static let unbounded = 1_000_000

    /// What there is to ask, by the bits of ``SearchCodes``.
    private static func unstated(by service: Service) -> Int {
        let admission = service.admission
        let isUnstated = [
            admission.genders == nil, admission.minimumAge == .notStated, admission.maximumAge == .notStated,
            admission.households == nil, admission.sonsMaximumAge == .notStated, admission.residence == nil,
            admission.wheelchair == nil, admission.pets == nil, service.reach == nil,
        ]
        return isUnstated.enumerated().reduce(0) { $0 | ($1.element ? 1 << $1.offset : 0) }
    }

    private static func servesAllOthers(_ admission: Admission) -> Bool {
        let others = ExploitationForm.allCases.filter { $0 != .unknown && $0 != .seriousDisadvantage }
        return admission.exploitationForms.isEmpty || others.allSatisfy(admission.exploitationForms.contains)
    }

    private static func bits(of service: Service, _ hardness: Hardness) -> Int {
        CodeMask.bits(service.contraIndications.filter { $0.hardness == hardness }.map(\.circumstance))
    }

    private struct Row {
        private(set) var fields: [String] = []

        mutating func add(_ values: (any RowValue)?...) { fields += values.map { $0?.rowText ?? "\\N" } }
    }
}

/// What may stand in a row.
private protocol RowValue {
    var rowText: String { get }
}

extension Int: RowValue { fileprivate var rowText: String { String(self) } }
extension Double: RowValue { fileprivate var rowText: String { isFinite ? String(self) : "-Infinity" } }
extension String: RowValue { fileprivate var rowText: String { self } }
extension Bool: RowValue { fileprivate var rowText: String { self ? "t" : "f" } }
extension [Int]: RowValue {
    fileprivate var rowText: String { isEmpty ? "\\N" : "{\(map(String.init).joined(separator: ","))}" }
}
