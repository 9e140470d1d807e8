import Domain
import HTTP

@testable import Web

/// The pages of holds, each in a village of its own: nobody else's places are taken for them.
struct SampleHolds {
    let program: TestProgram

    init() throws { program = try TestProgram(Village.registry) }

    func response(_ page: SamplePages) throws -> Response {
        switch page {
        case .holdForm: return try form(Village.visible)
        case .holdFormOfMany:
            try program.report(free: 6)
            return try form(Village.visible)
        case .holdCallFirst: return try form(Village.uncounted)
        case .holdTaken:
            _ = try program.hold(2, as: .comensha)
            return try press(places: "1")
        case .holdTakenFromList:
            _ = try program.hold(2, as: .comensha)
            return try press(places: "1", SamplePages.good)
        case .holdFault: return try press(places: "veel")
        case .hold: return try own { _ in }
        case .holdAccepted: return try own { _ = try program.act(.accept, on: $0) }
        case .holdDeclined: return try own { _ = try program.act(.decline, on: $0) }
        case .holdOver: return try own { _ in program.pass(seconds: 3_600) }
        case .holds:
            _ = try program.hold()
            _ = try program.act(.withdraw, on: program.hold(on: Village.secret))
            return try program.page("/vastgehouden", cookie: program.signIn(.coordinator))
        case .holdsOfAll:
            _ = try program.hold()
            _ = try program.hold(as: .comensha)
            return try program.page("/vastgehouden", cookie: program.signIn(.comensha))
        case .handover:
            return try program.page("/overdracht/\(program.hold())", cookie: program.signIn(.coordinator))
        default:
            return try program.page("/overdracht/\(program.hold())", cookie: program.signIn(.shelter))
        }
    }

    private func form(_ service: String) throws -> Response {
        try program.page("/vasthouden/\(service)", cookie: program.signIn(.coordinator))
    }

    private func press(places: String, _ answers: KeyValuePairs<String, String> = [:]) throws -> Response {
        let own: KeyValuePairs = ["places": places, "sleutel": "00112233445566778899aabbccddeeff"]
        let all = (Array(own) + Array(answers)).map { (key: $0.key, value: $0.value) }
        return try program.post("/vasthouden/\(Village.visible)", all, cookie: program.signIn(.coordinator))
    }

    /// The page of a hold after something was done with it.
    private func own(_ act: (String) throws -> Void) throws -> Response {
        let reference = try program.hold()
        try act(reference)
        return try program.page("/vastgehouden/\(reference)", cookie: program.signIn(.coordinator))
    }
}
