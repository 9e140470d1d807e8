import Foundation
import JSONText

// The small parts of the answer to a search, members by name; see ``SearchAnswer``.

extension SearchBody.BannerBody {
    func write(to writer: inout JSONWriter) {
        writer.raw("{\"code\":")
        writer.string(code)
        writer.raw(",\"phone\":")
        writer.string(phone)
        writer.raw(",\"text\":")
        writer.string(text)
        writer.raw("}")
    }
}

extension SearchBody.ResponsibilityBody {
    func write(to writer: inout JSONWriter) {
        writer.raw("{\"basis\":")
        writer.string(basis)
        writer.raw(",\"centreMunicipality\":")
        writer.string(centreMunicipality)
        writer.raw(",\"law\":")
        writer.string(law)
        writer.raw(",\"municipality\":")
        writer.string(municipality)
        writer.raw(",\"riskScreeningRegion\":")
        writer.string(riskScreeningRegion)
        writer.raw(",\"text\":")
        writer.string(text)
        writer.raw("}")
    }
}

extension SearchBody.BlockerBody {
    func write(to writer: inout JSONWriter) {
        writer.raw("{\"codes\":")
        writer.strings(codes)
        writer.raw(",\"freePlaces\":")
        writer.number(freePlaces)
        writer.raw(",\"services\":")
        writer.number(services)
        writer.raw(",\"text\":")
        writer.string(text)
        writer.raw("}")
    }
}

extension SearchBody.ExcludedCount {
    func write(to writer: inout JSONWriter) {
        writer.raw("{\"code\":")
        writer.string(code)
        writer.raw(",\"services\":")
        writer.number(services)
        writer.raw("}")
    }
}

extension ContactBody {
    func write(to writer: inout JSONWriter) {
        writer.raw("{\"hours\":")
        writer.string(hours)
        writer.raw(",\"name\":")
        writer.string(name)
        writer.raw(",\"phone\":")
        writer.string(phone)
        writer.raw(",\"role\":")
        writer.string(role)
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

extension PlacementBody.CapacityPart {
    func write(to writer: inout JSONWriter) {
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

extension PlacementBody.ScarcityPart {
    func write(to writer: inout JSONWriter) {
        writer.raw("{\"labels\":")
        writer.strings(labels)
        writer.raw(",\"profiles\":")
        writer.number(profiles)
        writer.raw(",\"text\":")
        writer.string(text)
        writer.raw("}")
    }
}
