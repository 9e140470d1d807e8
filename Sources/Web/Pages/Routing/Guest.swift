import Access
import Foundation
import Hypertext

/// Who looks at a page.
enum Guest: Sendable {
    case nobody
    /// The cookie names a session that is over; what its forms carried, where that is still known.
    case ended(FormSecret?)
    /// A proxy says who it is, and no key that counts has that user.
    case stranger
    case signedIn(Visit)

    var visit: Visit? { if case .signedIn(let visit) = self { visit } else { nil } }

    var isStranger: Bool { if case .stranger = self { true } else { false } }

    var principal: Principal? { visit?.principal }

    /// What every form that is posted has in it.
    var formField: HTML {
        let secret: FormSecret? =
            switch self {
            case .nobody, .stranger: nil
            case .ended(let secret): secret
            case .signedIn(let visit): visit.forms
            }
        guard let secret else { return .empty }
        return .void("input", ["type": "hidden", "name": "token", "value": secret.token()])
    }
}

/// One look of somebody who is signed in.
struct Visit: Sendable {
    let principal: Principal
    let forms: FormSecret
    let startedAt: Date
    /// A proxy says who it is; signing out is done there.
    let isVouched: Bool
}
