import Foundation
import JSONText

/// The answer to a search written by hand, members by name: the same bytes as Foundation's encoder makes, several times
/// as fast, for this is the answer that people wait for.
extension SearchBody {
    func jsonBytes() -> [UInt8] {
        var writer = JSONWriter(capacity: capacity)
        writer.raw("{\"advice\":")
        writer.string(advice)
        writer.raw(",\"banners\":")
        writer.array(banners) { $1.write(to: &$0) }
        writer.raw(",\"blockers\":")
        writer.array(blockers) { $1.write(to: &$0) }
        writer.raw(",\"contacts\":")
        writer.array(contacts) { $1.write(to: &$0) }
        writer.raw(",\"dataVersion\":")
        writer.string(dataVersion)
        writer.raw(",\"emergencyContacts\":")
        writer.array(emergencyContacts) { $1.write(to: &$0) }
        if let excluded {
            writer.raw(",\"excluded\":")
            writer.array(excluded) { $1.write(to: &$0) }
        }
        if let excludedSummary {
            writer.raw(",\"excludedSummary\":")
            writer.array(excludedSummary) { $1.write(to: &$0) }
        }
        writer.raw(",\"rankingVersion\":")
        writer.string(rankingVersion)
        writer.raw(",\"responsibility\":")
        responsibility.write(to: &writer)
        writer.raw(",\"searchedAt\":")
        writer.string(searchedAt)
        writer.raw(",\"sections\":")
        writer.array(sections) { $1.write(to: &$0) }
        writer.raw("}")
        return writer.bytes
    }

    /// About as many bytes as it will be.
    private var capacity: Int {
        let placements = sections.reduce(0) { $0 + $1.placements.count }
        return 4_096 + 3_072 * placements + 320 * (excluded?.count ?? 0)
    }
}

extension SearchBody.BannerBody {
    fileprivate func write(to writer: inout JSONWriter) {
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
    fileprivate func write(to writer: inout JSONWriter) {
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
    fileprivate func write(to writer: inout JSONWriter) {
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
    fileprivate func write(to writer: inout JSONWriter) {
        writer.raw("{\"code\":")
        writer.string(code)
        writer.raw(",\"services\":")
        writer.number(services)
        writer.raw("}")
    }
}

extension SearchBody.ExcludedBody {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.raw("{\"organizationName\":")
        writer.string(organizationName)
        writer.raw(",\"reasons\":")
        writer.array(reasons) { $1.write(to: &$0) }
        writer.raw(",\"serviceId\":")
        writer.string(serviceId)
        writer.raw(",\"serviceName\":")
        writer.string(serviceName)
        writer.raw("}")
    }
}

extension SearchBody.SectionBody {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.raw("{\"label\":")
        writer.string(label)
        writer.raw(",\"placements\":")
        writer.array(placements) { $1.write(to: &$0) }
        writer.raw(",\"section\":")
        writer.string(section)
        writer.raw(",\"total\":")
        writer.number(total)
        writer.raw("}")
    }
}

extension ContactBody {
    fileprivate func write(to writer: inout JSONWriter) {
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
