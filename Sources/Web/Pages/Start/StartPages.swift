import Domain
import HTTP

/// The first page: the ways into the map (screen S1).
struct StartPages: PageGroup {
    var routes: [PageRoute] { [PageRoute(.get, "/", screen: "S1", .everyone, .now { start($0) })] }

    private func start(_ call: PageCall) -> Response {
        let say = call.say
        let title = say("Wie helpt bij mensenhandel?", "Who helps against trafficking?")
        return call.page(
            title,
            [
                .heading(1, title),
                .paragraph(
                    .buttonLink(
                        say("Ik zoek een plek of hulp", "I need a place or help"), call.href("/zoeken"), .primary)),
            ])
    }
}
