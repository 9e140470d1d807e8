import Foundation
import JSONText

extension PlacementBody {
    /// Members by name, as ``SearchBody`` is written.
    func write(to writer: inout JSONWriter) {
        writer.raw("{\"ask\":")
        writer.array(ask) { $1.write(to: &$0) }
        if let below {
            writer.raw(",\"below\":")
            below.write(to: &writer)
        }
        writer.raw(",\"capacity\":")
        capacity.write(to: &writer)
        writer.raw(",\"conditions\":")
        writer.array(conditions) { $1.write(to: &$0) }
        writer.raw(",\"example\":")
        writer.bool(example)
        writer.raw(",\"notes\":")
        writer.array(notes) { $1.write(to: &$0) }
        writer.raw(",\"organizationId\":")
        writer.string(organizationId)
        writer.raw(",\"organizationName\":")
        writer.string(organizationName)
        writer.raw(",\"province\":")
        writer.string(province)
        writer.raw(",\"rank\":")
        writer.number(rank)
        writer.raw(",\"reach\":")
        writer.string(reach)
        writer.raw(",\"reasons\":")
        writer.array(reasons) { $1.write(to: &$0) }
        writer.raw(",\"referral\":")
        if let referral { referral.write(to: &writer) } else { writer.raw("null") }
        writer.raw(",\"restriction\":")
        writer.string(restriction)
        if let scarcity {
            writer.raw(",\"scarcity\":")
            scarcity.write(to: &writer)
        }
        writer.raw(",\"securityLevel\":")
        writer.string(securityLevel)
        writer.raw(",\"serviceId\":")
        writer.string(serviceId)
        writer.raw(",\"serviceName\":")
        writer.string(serviceName)
        writer.raw(",\"shelterKind\":")
        writer.string(shelterKind)
        writer.raw("}")
    }
}

extension CodeText {
    func write(to writer: inout JSONWriter) {
        writer.raw("{\"code\":")
        writer.string(code)
        writer.raw(",\"text\":")
        writer.string(text)
        writer.raw("}")
    }
}

extension PlacementBody.ScarcityPart {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.raw("{\"labels\":")
        writer.strings(labels)
        writer.raw(",\"profiles\":")
        writer.number(profiles)
        writer.raw(",\"text\":")
        writer.string(text)
        writer.raw("}")
    }
}

extension PlacementBody.ReasonBody {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.raw("{\"key\":")
        writer.string(key)
        writer.raw(",\"text\":")
        writer.string(text)
        writer.raw("}")
    }
}

extension PlacementBody.CapacityPart {
    fileprivate func write(to writer: inout JSONWriter) {
        guard let beds else {
            writer.raw("{\"freshness\":")
            writer.string(freshness)
            writer.raw(",\"waitingDays\":")
            writer.number(waitingDays)
            writer.raw("}")
            return
        }
        writer.raw("{\"confirmedAt\":")
        writer.string(beds.confirmedAt)
        writer.raw(",\"expectedFreeOn\":")
        writer.string(beds.expectedFreeOn)
        writer.raw(",\"free\":")
        writer.number(beds.free)
        writer.raw(",\"freshness\":")
        writer.string(freshness)
        writer.raw(",\"held\":")
        writer.number(beds.held)
        writer.raw(",\"total\":")
        writer.number(beds.total)
        writer.raw(",\"waitingDays\":")
        writer.number(waitingDays)
        writer.raw("}")
    }
}

extension ReferralBody {
    fileprivate func write(to writer: inout JSONWriter) {
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
        writer.strings(routes)
        writer.raw(",\"steps\":")
        writer.strings(steps)
        writer.raw("}")
    }
}
