import Domain
import Matching
import Testing

@Suite("Banners")
struct BannerTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let banners: [Banner]
        let person: @Sendable (inout Profile) -> Void
        var testDescription: String { name }
    }

    @Test(arguments: [
        Example(name: "none", banners: []) { _ in },
        Example(name: "orange", banners: []) { $0.threat = .orange },
        Example(name: "red", banners: [.danger]) { $0.threat = .red },
        Example(name: "acute psychiatric", banners: [.mentalHealthCrisis]) { $0.has(.acutePsychiatric) },
        Example(name: "acute suicidality", banners: [.mentalHealthCrisis]) { $0.has(.acuteSuicidality) },
        Example(name: "psychiatric problem", banners: []) { $0.has(.psychiatricProblem) },
        Example(name: "17", banners: [.minor]) { $0.age = 17 },
        Example(name: "18", banners: []) { $0.age = 18 },
        Example(name: "unaccompanied minor", banners: [.minor, .unaccompaniedMinor]) {
            ($0.age, $0.residence) = (16, .unaccompaniedMinor)
        },
        Example(name: "all", banners: [.danger, .mentalHealthCrisis, .minor, .unaccompaniedMinor]) {
            ($0.threat, $0.age, $0.residence) = (.red, 16, .unaccompaniedMinor)
            $0.has(.acuteSuicidality)
        },
    ])
    func aboveTheResult(_ example: Example) {
        #expect(TestMap.matcher.search(.make(example.person), among: []).banners == example.banners)
    }

    @Test(arguments: [(Banner.danger, "112"), (.mentalHealthCrisis, "113"), (.minor, "0800-2000")])
    func whoToCall(banner: Banner, phone: String) {
        #expect(banner.phone == phone)
    }

    @Test(arguments: [
        (Banner.danger, "112"), (.mentalHealthCrisis, "ggz-crisisdienst"), (.minor, "Veilig Thuis"),
        (.unaccompaniedMinor, "Nidos"),
    ])
    func namesWhoHelps(banner: Banner, name: String) {
        #expect(banner.text.contains(name))
    }
}
