import Domain
import HTTP

@testable import Web

/// The pages of a shelter's own places, each in a village of its own.
struct SamplePlaces {
    let program: TestProgram
    private static let path = "/mijn-plekken"
    private static let row = "/mijn-plekken/\(Village.visible)"

    init() throws { program = try TestProgram(Village.registry) }

    func response(_ page: SamplePages) throws -> Response {
        if page == .placesOld { program.clock.advance(seconds: 30 * 3_600) }
        let cookie = try program.signIn(page == .placesOfAdmin ? .admin : .shelter)
        let shown = try program.page(Self.path, cookie: cookie)
        switch page {
        case .placesSaved:
            _ = try program.hold()
            let now = try program.page(Self.path, cookie: cookie)
            return try program.follow(Self.row, ["doe": "plus"], on: now, cookie: cookie)
        case .placesAllSaved: return try program.follow(Self.path, on: shown, cookie: cookie)
        case .placesFault:
            return try program.press(
                Self.row, ["doe": "zet", "free": "veel", "total": "", "expectedFreeOn": "ooit"], on: shown,
                cookie: cookie)
        case .placesConflict:
            try program.report(free: 1)
            return try program.press(Self.row, ["doe": "plus"], on: shown, cookie: cookie)
        case .placesOverTotal:
            return try program.press(Self.row, ["doe": "zet", "free": "7"], on: shown, cookie: cookie)
        case .placesPaused, .placesPauseOver:
            let paused = try program.follow(
                Self.row, ["doe": "pauze", "pausedUntil": "2026-12-01", "pauseReason": "staffing"], on: shown,
                cookie: cookie)
            guard page == .placesPauseOver else { return paused }
            program.clock.advance(seconds: 30 * 86_400)
            return try program.page(Self.path, cookie: program.signIn(.shelter))
        case .placesPauseFault:
            return try program.press(
                Self.row, ["doe": "pauze", "pausedUntil": "ooit", "pauseReason": "moe"], on: shown, cookie: cookie)
        default: return shown
        }
    }
}

/// The pages of what others ask of a shelter, each in a village of its own.
struct SampleRequests {
    let program: TestProgram

    init() throws { program = try TestProgram(Village.registry) }

    func response(_ page: SamplePages) throws -> Response {
        let references = [try program.hold(as: .comensha), try program.hold(on: Village.secret)]
        let cookie = try program.signIn(.shelter)
        let shown = try program.page("/aanvragen", cookie: cookie)
        switch page {
        case .requestsAnswered:
            _ = try program.act(.accept, on: references[0])
            _ = try program.act(.decline, on: references[1])
            return try program.page("/aanvragen", cookie: cookie)
        case .requestsFault:
            return try program.press("/aanvragen/\(references[1])", ["doe": "nee"], on: shown, cookie: cookie)
        case .requestsTooLate:
            _ = try program.act(.withdraw, on: references[1])
            return try program.press("/aanvragen/\(references[1])", ["doe": "ja"], on: shown, cookie: cookie)
        default: return shown
        }
    }
}
