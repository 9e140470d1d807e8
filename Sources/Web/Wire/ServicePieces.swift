import Domain
import Foundation
import Matching

/// What an answer says of a service in every search, written once per registry and copied from then on: the strings of
/// a service lie all over the memory, and a long answer needs all of them.
struct ServicePieces: Sendable {
    /// A stretch of the answer between things that depend on the person or the moment.
    enum Part: Int, CaseIterable, Sendable {
        case example, organization, reach, referral, security, excludedHead, excludedTail
    }

    /// A registry of this size and less is kept written; of a larger one the rest is written each time, so that it
    /// does not take several times its memory.
    static let mostServices = 20_000

    private let bytes: [UInt8]
    /// Where each part of each row ends; the one before it is where it starts.
    private let ends: [UInt32]

    init(_ services: [Service]) {
        var writer = JSONWriter(capacity: 1_024 * min(services.count, Self.mostServices))
        var ends: [UInt32] = [0]
        for service in services.prefix(Self.mostServices) {
            for part in Part.allCases {
                Self.write(part, of: service, to: &writer)
                ends.append(UInt32(clamping: writer.count))
            }
        }
        (bytes, self.ends) = (writer.bytes, ends)
    }

    func write(_ part: Part, of place: Place, to writer: inout JSONWriter) {
        let index = (place.row ?? .max / Part.allCases.count) &* Part.allCases.count &+ part.rawValue
        guard index >= 0, index + 1 < ends.count else { return Self.write(part, of: place.service, to: &writer) }
        writer.piece(bytes, Int(ends[index])..<Int(ends[index + 1]))
    }

    private static func write(_ part: Part, of service: Service, to writer: inout JSONWriter) {
        switch part {
        case .example: writer.raw(service.isExample ? ",\"example\":true" : ",\"example\":false")
        case .organization:
            writer.raw(",\"organizationId\":")
            writer.string(service.organization.rawValue)
            writer.raw(",\"organizationName\":")
            writer.string(service.organizationName)
            writer.raw(",\"province\":")
            writer.string(service.site.province.rawValue)
        case .reach:
            writer.raw(",\"reach\":")
            writer.string(service.reach?.rawValue)
        case .referral:
            writer.raw(",\"referral\":")
            if let referral = service.referral { referral.write(to: &writer) } else { writer.raw("null") }
            writer.raw(",\"restriction\":")
            writer.string(service.effectiveRestriction.rawValue)
        case .security:
            writer.raw(",\"securityLevel\":")
            writer.string(service.effectiveSecurity.rawValue)
            writeNames(of: service, to: &writer)
            writer.raw(",\"shelterKind\":")
            writer.string(service.shelterKind?.rawValue)
            writer.raw("}")
        case .excludedHead:
            writer.raw("{\"organizationName\":")
            writer.string(service.organizationName)
        case .excludedTail:
            writeNames(of: service, to: &writer)
            writer.raw("}")
        }
    }

    private static func writeNames(of service: Service, to writer: inout JSONWriter) {
        writer.raw(",\"serviceId\":")
        writer.string(service.id.rawValue)
        writer.raw(",\"serviceName\":")
        writer.string(service.name)
    }
}

extension Referral {
    func write(to writer: inout JSONWriter) {
        writer.raw("{\"decisionWithinHours\":")
        writer.number(decisionWithinHours)
        writer.raw(",\"documents\":")
        writer.strings(documents)
        writer.raw(",\"hours\":")
        writer.string(hours)
        writer.raw(",\"intakeAroundTheClock\":")
        writer.bool(intakeAroundTheClock)
        writer.raw(",\"phone\":")
        writer.string(phone)
        writer.raw(",\"routes\":")
        writer.array(routes) { $0.string($1.rawValue) }
        writer.raw(",\"steps\":")
        writer.strings(steps)
        writer.raw("}")
    }
}
