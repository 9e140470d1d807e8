import Domain
import Hypertext

/// Who to call, and what there is to know of the site: at the same place on every page (WCAG 3.2.6).
struct PageFooter: Sendable {
    let call: PageCall

    func html() -> HTML {
        let say = call.say
        let help: HTML = .element(
            "section", ["class": "ok-footer__help"],
            .element("h2", ["class": "nl-heading"], .text(say("Hulp nodig?", "Need help?"))),
            .paragraph(
                .link(say("Vind uw zorgcoördinator", "Find your care co-ordinator"), call.href("/zorgcoordinator")),
                .text(say(". Die denkt met u mee.", ". They think along with you."))),
            .paragraph(
                "CoMensha: ", .phone("033-448 11 86"), ". Veilig Thuis: ", .phone("0800-2000"),
                .text(say(", dag en nacht.", ", day and night."))))
        let links = SiteMap.footer.map { HTML.link($0.title[call.language], call.href($0.path)) }
        return .element(
            "footer", ["class": "utrecht-page-footer"],
            .element(
                "div", ["class": "ok-footer"], help,
                .element(
                    "nav", ["aria-label": say("Over deze site", "About this site")],
                    .list(links, class: "ok-footer__links"))))
    }
}
