import Domain
import HTTP
import JSONText
import Registry
import Testing

@Suite("Provinces, municipalities and code lists")
struct MapTests {
    @Test(arguments: ProvinceCode.allCases)
    func everyProvinceSaysWhoHelpsOrThatNobodyDoes(_ code: ProvinceCode) throws {
        let province = try TestProgram.shipped.get().get("/v1/provinces/\(code.rawValue)").json

        #expect(province["chain"].elements.map { $0["role"].string } == ChainRole.allCases.map(\.rawValue))
        #expect(province["targetGroups"].elements.count >= 11)
        for group in province["targetGroups"].elements {
            #expect((group["text"].string == "niemand – gat") == group["services"].elements.isEmpty)
        }
        #expect(province["pillars"].elements.map { $0["pillar"].string } == Pillar.allCases.map(\.rawValue))
        for pillar in province["pillars"].elements {
            #expect((pillar["text"].string == "ontbreekt") == pillar["services"].elements.isEmpty)
        }
        let numbers = province["emergencyContacts"].elements.map { $0["phone"].string }
        #expect(numbers == ["112", "0800-2000"])
    }

    @Test func removingTheLastPlaceIsToldAsAGap() throws {
        let mens = Service(
            id: .make("voorbeeld-huis-mannen"), organization: .make("voorbeeld-huis"), organizationName: "Huis",
            name: "Mannen", shelterKind: .mensShelter, site: Site(province: .groningen), securityLevel: .openVisible,
            restriction: .open, admission: Admission(genders: [.male], minimumAge: .years(18)))
        let programs = [
            try TestProgram(Village.registry(Village.Hidden(), adding: [mens])), try TestProgram(Village.registry),
        ]
        let texts = try programs.map { program in
            try program.get("/v1/provinces/NL-GR").json["targetGroups"].elements
                .first { $0["label"].string == "Mannen" }?["text"].string
        }

        #expect(texts == ["1 plek of dienst", "niemand – gat"])
    }

    @Test func everyMunicipalityHasSomebodyToCall() throws {
        let program = try TestProgram.shipped.get()
        let registry = try Shipped.registry
        #expect(registry.geography.municipalities.count == 342)
        for municipality in registry.geography.municipalities {
            let body = try program.get("/v1/municipalities/\(municipality.code.rawValue)").json
            let roles = body["contacts"].elements.map { $0["role"].string }
            #expect(!roles.isEmpty)
            #expect(body["contacts"].elements.allSatisfy { $0["phone"].string?.isEmpty == false })
            if registry.coordination.coordinator(of: municipality.code) == nil {
                #expect(roles == ["national_backup"], "\(municipality.name)")
            }
        }
    }

    @Test func everyCodeListIsThere() throws {
        let program = try TestProgram.reading.get()
        for list in Vocabulary.lists {
            let body = try program.get("/v1/code-lists/\(list.name)").json
            #expect(body["codes"].elements.map { $0["code"].string } == list.codes, "\(list.name)")
            for code in body["codes"].elements {
                for text in [code["label"], code["definition"]] {
                    #expect(text["nl"].string?.isEmpty == false && text["en"].string?.isEmpty == false)
                }
            }
        }
    }

    @Test func healthSaysWhatRuns() throws {
        for target in ["/v1/health", "/v1/ready"] {
            let body = try TestProgram.reading.get().get(target).json
            #expect(body["status"].string == "ok")
            #expect(body["version"].string?.isEmpty == false)
            #expect(body["dataVersion"].string?.isEmpty == false)
        }
    }

    @Test func anUnstatedFieldIsAHit() throws {
        let program = try TestProgram.reading.get()
        let all = try program.get("/v1/services?pageSize=100").json["totalItems"].integer
        for query in [
            "gender=male", "household=group", "residence=undocumented", "language=ti", "exploitationForm=sexual",
        ] {
            #expect(try program.get("/v1/services?\(query)").json["totalItems"].integer == all, "\(query)")
        }
    }

    @Test func seriousDisadvantageOnlyWhereItIsListed() throws {
        let ids = try TestProgram.reading.get().get("/v1/services?exploitationForm=serious_disadvantage").json[
            "contents"
        ]
        .elements.map { $0["id"].string }

        #expect(ids == [Village.help])
    }
}
