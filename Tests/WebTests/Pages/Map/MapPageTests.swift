import Domain
import Foundation
import HTTP
import Registry
import Testing

@testable import PageReading
@testable import Web

/// Screens S1 to S3, from the shipped registry.
@Suite("The social map as pages")
struct MapPageTests {
    private static func page(_ path: String, cookie: String? = nil) throws -> Markup {
        let response = try TestProgram.shipped.get().page(path, cookie: cookie)
        #expect(response.status == .ok, "\(path)")
        return Markup(response.text)
    }

    private static func links(_ markup: Markup) -> Set<String> { Set(markup.tags("a").compactMap { $0["href"] }) }

    // MARK: The map

    /// The same content as a list (WCAG 1.1.1): every shape has its list item, with the same address.
    @Test(arguments: ["/", "/?kaart=gaten", "/kaart", "/en/kaart", "/kaart?profiel=vrouw-alleen"])
    func theMapIsAListToo(_ path: String) throws {
        let markup = try Self.page(path)
        let areas = markup.tags("a").filter { $0["data-area"] != nil }
        let items = markup.tags("li").compactMap { $0["data-area"] }

        #expect(Set(items) == Set(ProvinceCode.allCases.map(\.rawValue)))
        #expect(Set(areas.compactMap { $0["data-area"] }) == Set(items))
        for area in areas {
            #expect(area["aria-label"]?.contains(": ") == true)
            #expect(Self.links(markup).contains(area["href"] ?? ""))
        }
    }

    /// The figure in the map is in the name of its link (WCAG 2.5.3).
    @Test func figuresAreInTheNames() throws {
        let pieces = try Self.page("/").pieces
        var label: String?
        var figures = 0
        for piece in pieces {
            switch piece {
            case .open(let tag) where tag.name == "a": label = tag["data-area"] == nil ? nil : tag["aria-label"]
            case .text(let text) where label != nil:
                guard let number = Int(text), let name = label else { continue }
                figures += 1
                #expect(name.contains(" \(number) "), "\(name)")
            default: break
            }
        }
        #expect(figures == 12)
    }

    /// The page alone, before style and scripts: all together is to stay under 60 kB.
    @Test func theFirstPageIsSmall() throws {
        let program = try TestProgram.shipped.get()

        #expect(try program.page("/").text.utf8.count < 32_000)
        #expect(try program.page("/kaart?profiel=vrouw-alleen").text.utf8.count < 40_000)
    }

    @Test func dotsStandForEveryMunicipality() throws {
        let markup = try Self.page("/kaart?profiel=mannen-groep").text(of: "main") ?? ""
        #expect(!markup.isEmpty)
        for reference in try Shipped.registry.referenceProfiles.prefix(6) {
            let paths = try Self.page("/kaart?profiel=\(reference.id)").tags("path").filter {
                $0["class"]?.contains("ok-dots") == true && $0["d"]?.contains("M15 15") == false
            }
            let dots = paths.reduce(0) { $0 + ($1["d"]?.count { $0 == "M" } ?? 0) }
            // A cross has one more stroke, which begins with a small letter.
            #expect(dots == 342, "\(reference.id)")
        }
    }

    /// Free counts are for who signed in (domain section 2, no. 10).
    @Test func freePlacesAreForWhoSignedIn() throws {
        let program = try TestProgram.shipped.get()

        #expect(try program.page("/kaart/vrij").status == .unauthorized)
        let markup = try Self.page("/kaart/vrij?profiel=vrouw-alleen", cookie: program.signIn(.policy))
        #expect(markup.text(of: "main")?.contains("vrije plek") == true)
        for path in ["/", "/?kaart=vrij", "/kaart?kaart=vrij"] {
            let words = try Self.page(path, cookie: program.signIn(.coordinator)).text(of: "main")
            #expect(words?.contains("1 vrije plek") == false)
        }
    }

    /// Names are Dutch in every language, and are said to be (WCAG 3.1.2).
    @Test(arguments: [
        "/provincies/overijssel", "/organisaties", "/organisaties/voorbeeld-de-zilverwilg",
        "/diensten/voorbeeld-de-zilverwilg-crisisopvang",
    ])
    func namesAreReadAsDutch(_ path: String) throws {
        for (start, lang) in [("", nil), ("/en", "nl")] {
            let named = try Self.page(start + path).tags("a").filter { link in
                ["/organisaties/", "/diensten/"].contains { link["href"]?.hasPrefix(start + $0) == true }
            }
            #expect(!named.isEmpty)
            for link in named { #expect(link["lang"] == lang, "\(link["href"] ?? "") on \(start)\(path)") }
        }
    }

    // MARK: Provinces

    /// Feature F01: each province has a page, in both languages.
    @Test(arguments: Language.allCases)
    func everyProvinceHasAPage(_ language: Language) throws {
        let map = try Shipped.registry.geography
        let start = try Self.page(language == .dutch ? "/" : "/en")
        for province in map.provinces {
            let path = Words(language: language).href("/provincies/\(Slug(of: province.name).text)")
            #expect(Self.links(start).contains(path))
            let markup = try Self.page(path)
            let words = try #require(markup.text(of: "main"))
            for number in ["0800-2000", "033-448 11 86", "0900-8844", "112"] {
                #expect(words.contains(number), "\(number) on \(path)")
            }
            #expect(markup.text(of: "h1")?.contains(province.name) == true)
        }
    }

    /// Every current service of the province is led to from its page, and none of elsewhere but as the nearest.
    @Test func aProvinceLeadsToItsServices() throws {
        let registry = try Shipped.registry
        for province in registry.geography.provinces.prefix(4) {
            let links = Self.links(try Self.page("/provincies/\(Slug(of: province.name).text)"))
            for service in registry.services where service.site.province == province.code && registry.isCurrent(service)
            {
                #expect(links.contains("/diensten/\(service.id.rawValue)"), "\(service.id.rawValue)")
            }
        }
    }

    /// Feature F02: help for who did the harm is in its own block, and nowhere else.
    @Test func helpForPerpetratorsStandsApart() throws {
        let registry = try Shipped.registry
        let service = try #require(registry.services.first { $0.offersPerpetratorHelp && registry.isCurrent($0) })
        let province = try #require(registry.geography.province(service.site.province))
        let html = try TestProgram.shipped.get().page("/provincies/\(Slug(of: province.name).text)").text
        let parts = html.components(separatedBy: "ok-group-part--apart")

        #expect(parts.count == 2)
        #expect(parts.first?.contains("/diensten/\(service.id.rawValue)\"") == false)
        #expect(parts.last?.contains("/diensten/\(service.id.rawValue)\"") == true)
    }

    @Test(arguments: ["groep=men", "soort=opvang", "soort=hulp", "vorm=labour", "groep=men&soort=opvang&vorm=labour"])
    func filtersNarrowDown(_ query: String) throws {
        let all = Self.links(try Self.page("/provincies/overijssel")).filter { $0.hasPrefix("/diensten/") }
        let some = Self.links(try Self.page("/provincies/overijssel?\(query)")).filter { $0.hasPrefix("/diensten/") }

        #expect(some.subtracting(all).count <= 11, "beside those named as nearest")
        #expect(some.count < all.count)
        #expect(!some.isEmpty)
    }

    /// What is no code is not asked for, and not shown.
    @Test func anUnknownFilterChangesNothing() throws {
        let program = try TestProgram.shipped.get()
        let plain = try program.page("/provincies/drenthe").text
        let odd = try program.page("/provincies/drenthe?groep=%3Cb%3E&soort=x&vorm=unknown-form").text

        #expect(!odd.contains("<b>"))
        #expect(Set(Markup(odd).tags("li").count...Markup(odd).tags("li").count) == [Markup(plain).tags("li").count])
    }

    @Test func theTableIsWhatEverybodyMaySee() throws {
        let program = try TestProgram.shipped.get()
        let open = try program.page("/provincies/overijssel/diensten.csv")
        let known = try program.page("/provincies/overijssel/diensten.csv", cookie: program.signIn(.coordinator))

        #expect(open.fields["Content-Type"]?.hasPrefix("text/csv") == true)
        #expect(open.text == known.text)
        let registry = try Shipped.registry
        let count = registry.services.count { $0.site.province == .overijssel && registry.isCurrent($0) }
        #expect(open.text.split(separator: "\r\n").count == count + 1)
    }

    @Test(arguments: ["/provincies/nergens", "/organisaties/nergens", "/diensten/nergens", "/diensten/%3Cb%3E"])
    func whatIsNotThereIsNotFound(_ path: String) throws {
        #expect(try TestProgram.shipped.get().page(path).status == .notFound)
    }

    // MARK: Organisations and services

    @Test func theListLeadsToEveryOrganization() throws {
        let registry = try Shipped.registry
        var found: Set<String> = []
        for number in 1...((registry.organizations.count + 39) / 40) {
            found.formUnion(Self.links(try Self.page("/organisaties?bladzijde=\(number)")))
        }
        for organization in registry.organizations {
            #expect(found.contains("/organisaties/\(organization.id.rawValue)"))
        }
        let some = Self.links(try Self.page("/organisaties?naam=kadera&provincie=overijssel&soort=shelter_provider"))
        #expect(some.contains("/organisaties/kadera"))
    }

    /// Every organisation and every service has a page, in both languages, and where nothing was stated it says so.
    @Test(arguments: Language.allCases)
    func everyPlaceHasAPage(_ language: Language) throws {
        let (registry, words) = (try Shipped.registry, Words(language: language))
        for organization in registry.organizations {
            let page = try Self.page(words.href("/organisaties/\(organization.id.rawValue)"))
            #expect(page.text(of: "h1") == organization.name)
        }
        for service in registry.services {
            let page = try Self.page(words.href("/diensten/\(service.id.rawValue)"))
            let text = try #require(page.text(of: "main"))
            #expect(text.contains(service.name))
            if service.stay == nil, service.shelterKind != nil {
                #expect(text.contains(words("Nog niet opgegeven", "Not stated yet")))
            }
            for refused in service.contraIndications where refused.hardness == .absolute {
                #expect(text.contains(CircumstanceWords.people(refused.circumstance, in: language)))
            }
        }
    }

    /// Who has not signed in sees no count; who places people sees it with its moment (feature F07).
    @Test func aCountIsForWhoSignedIn() throws {
        let program = try TestProgram.shipped.get()
        let registry = try Shipped.registry
        let service = try #require(registry.services.first { $0.startingCapacity?.free != nil && $0.status == .active })
        let path = "/diensten/\(service.id.rawValue)"

        #expect(try Self.page(path).tags.contains { $0["data-count"] != nil } == false)
        let tags = try Self.page(path, cookie: program.signIn(.coordinator)).tags
        #expect(tags.contains { $0["data-count"] == service.id.rawValue })
    }
}
