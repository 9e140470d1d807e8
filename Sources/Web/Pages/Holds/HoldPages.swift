import Access
import Domain
import Foundation
import HTTP
import Hypertext
import Ledger
import Registry

/// Places kept for a short time, for who places people (screen S9; rule R16).
struct HoldPages: PageGroup {
    static let path = "/vastgehouden"

    static func path(toHold service: ServiceID) -> String { "/vasthouden/\(service.rawValue)" }

    static func path(of hold: HoldReference) -> String { "\(path)/\(hold.rawValue)" }

    /// - Parameter next: the next place of the list that led to the hold; it says no more than that.
    static func path(of hold: HoldReference, next: ServiceID?) -> String {
        path(of: hold) + (next.map { "?\(Self.next)=\($0.rawValue)" } ?? "")
    }

    /// The field with the next place.
    static let next = "volgende"

    var routes: [PageRoute] {
        let open = "/vasthouden/{service}"
        let one = "\(Self.path)/{reference}"
        return [
            PageRoute(.get, open, screen: "S9", .permitted(.holdPlaces), .now(Self.form)),
            PageRoute(.post, open, screen: "S9", .permitted(.holdPlaces), .later(Self.open)),
            PageRoute(.get, Self.path, screen: "S9", .permitted(.readHolds), .now(Self.list)),
            PageRoute(.get, one, screen: "S9", .permitted(.readHolds), .now(Self.show)),
            PageRoute(.get, "\(one)/stand", screen: "S9", .permitted(.readHolds), .now(Self.stand)),
            Self.action("\(one)/verlengen") { .extendHold($0) },
            Self.action("\(one)/geregeld") { .placeHold($0) },
            Self.action("\(one)/loslaten") { .withdrawHold($0) },
        ]
    }

    // MARK: Opening one

    private static func form(_ call: PageCall) throws -> Response { try form(call, from: nil) }

    /// - Parameter list: the list that led here.
    @Sendable
    static func form(_ call: PageCall, from list: ListBehind?) throws -> Response {
        try HoldFormPage(call: call, service: place(of: call), list: list).response()
    }

    private static func place(of call: PageCall) throws(Problem) -> Service {
        let service = try call.service()
        guard call.placeRow(of: service) != nil, call.registry.isCurrent(service) else {
            throw .unknown("Een plek om vast te houden")
        }
        return service
    }

    private static func open(_ call: PageCall, _ answer: @escaping PageCall.Sink) throws {
        let service = try place(of: call)
        guard let holder = call.principal?.actor else { throw Problem.noKey }
        let order: HoldForm
        switch try HoldForm.read(call.values, call.say) {
        case .success(let read): order = read
        case .failure(let fault):
            return answer {
                HoldFormPage(call: call, service: service, list: ListBehind(call), fault: fault).response()
            }
        }
        let request = HoldRequest(
            service: service.id, places: order.places, limits: .limits(for: service.shelterKind),
            isOpen: service.status == .active, idempotencyKey: order.key, by: holder)
        call.submit(
            .openHold(request), answer,
            whatever: { result in
                switch result {
                case .success(let receipt):
                    guard let hold = receipt.hold else { throw Problem.internalFault }
                    let next = ListBehind(call)?.next(after: service.id)
                    return call.seeOther(path(of: hold.reference, next: next?.id))
                case .failure(let error):
                    guard let fault = HoldFault(error) else { throw Problem(error) }
                    let renewed = call.renewed()
                    return HoldFormPage(call: renewed, service: service, list: ListBehind(renewed), fault: fault)
                        .response()
                }
            })
    }

    // MARK: Looking

    private static func list(_ call: PageCall) throws -> Response {
        // A shelter has its own page for what others ask of it.
        call.principal?.role == .shelter ? call.seeOther(RequestPages.path) : HoldListPage(call: call).response()
    }

    private static func show(_ call: PageCall) throws -> Response {
        let hold = try call.hold()
        guard call.principal?.role != .shelter else {
            return call.seeOther("\(RequestPages.path)#\(hold.reference.rawValue)")
        }
        return HoldPage(words: HoldWords(call: call, hold: hold)).response()
    }

    /// Only the part of the page that changes, for scripts.
    private static func stand(_ call: PageCall) throws -> Response {
        let words = HoldWords(call: call, hold: try call.hold())
        let view = HoldStandView(words: words, isForShelter: call.principal?.role == .shelter)
        return Response(
            .ok, fields: ["Content-Type": "text/html; charset=utf-8"], body: view.html().fragment())
    }

    // MARK: Doing something with one

    private static func action(
        _ template: String, _ wish: @escaping @Sendable (HoldReference) -> Command.Wish
    ) -> PageRoute {
        PageRoute(
            .post, template, screen: "S9", .permitted(.holdPlaces),
            .later { call, answer in
                let hold = try call.hold()
                guard call.principal?.isHolder(of: hold) == true else { throw Problem.unknownHold }
                call.submit(
                    wish(hold.reference), answer,
                    whatever: { result in try done(result, hold.reference, call) })
            })
    }

    private static func done(
        _ result: Result<Receipt, LedgerError>, _ reference: HoldReference, _ call: PageCall
    ) throws -> Response {
        switch result {
        case .success: return call.seeOther(path(of: reference, next: call.nextPlace?.id))
        case .failure(let error):
            let renewed = call.renewed()
            guard let hold = renewed.snapshot.state.hold(reference) else { throw Problem(error) }
            let words = HoldWords(call: renewed, hold: hold)
            switch error {
            case .alreadyExtended:
                let fault = call.say(
                    "U heeft al een keer verlengd. Nog een keer kan niet.",
                    "You have extended this once. It cannot be done again.")
                return HoldPage(words: words, fault: fault).response()
            case .holdIs: return HoldPage(words: words, fault: words.status).response()
            default: throw Problem(error)
            }
        }
    }
}

extension PageCall {
    /// The next place of the list that led to a hold, where there was one and the place is still one to hold.
    var nextPlace: Service? {
        guard let id = values[HoldPages.next].flatMap(ServiceID.init(rawValue:)), let service = registry.service(id),
            placeRow(of: service) != nil, registry.isCurrent(service)
        else { return nil }
        return service
    }

    /// The hold that the path names; as far as somebody is concerned there are only those that they may see.
    /// - Throws: 404.
    func hold() throws(Problem) -> Hold {
        guard let reference = path["reference"].flatMap(HoldReference.init(rawValue:)),
            let hold = snapshot.state.hold(reference), principal?.maySee(hold, in: registry) == true
        else { throw .unknownHold }
        return hold
    }
}

extension Problem {
    static let unknownHold = Problem.unknown("Deze vastgehouden plek")
}
