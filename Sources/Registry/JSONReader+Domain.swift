import Domain
import Foundation
import JSONText

/// Values of the domain as the files write them.
extension JSONReader {
    func date() -> CalendarDate? { parsed(.date, CalendarDate.init(text:)) }

    func timestamp() -> Date? { parsed(.timestamp, Timestamp.date) }

    func serviceID() -> ServiceID? { parsed(.identifier, ServiceID.init(rawValue:)) }

    func organizationID() -> OrganizationID? { parsed(.identifier, OrganizationID.init(rawValue:)) }

    func language() -> String? {
        parsed(.language) { LanguageCode.isWellFormed($0) ? $0 : nil }
    }

    func url() -> String? {
        parsed(.url) { text in
            guard text.utf8.count <= 500, let url = URL(string: text), let host = url.host() else { return nil }
            return ["https", "http"].contains(url.scheme) && !host.isEmpty ? text : nil
        }
    }

    func email() -> String? {
        parsed(.email) { text in
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            let fine = parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.contains(where: \.isWhitespace)
            return fine && text.utf8.count <= 254 ? text : nil
        }
    }

    /// A municipality that is on the map.
    func municipality(among known: KnownMunicipalities) -> MunicipalityCode? {
        guard let code = parsed(.municipality, MunicipalityCode.init(rawValue:)) else { return nil }
        guard known.mayContain(code) else {
            fault(.rule(RegistryRule.unknownMunicipality(code.rawValue)))
            return nil
        }
        return code
    }

    /// A province, or a municipality that is on the map.
    func area(among known: KnownMunicipalities) -> Area? {
        guard let area = parsed(.area, Area.init(code:)) else { return nil }
        if case .municipality(let code) = area, !known.mayContain(code) {
            fault(.rule(RegistryRule.unknownMunicipality(code.rawValue)))
            return nil
        }
        return area
    }

    /// `{ "title", "date"?, "url"? }`.
    func source() -> Source? {
        guard let object = object(Names.source) else { return nil }
        let title = object.required("title")?.text()
        let (date, url) = (object["date"]?.date(), object["url"]?.url())
        return title.map { Source(title: $0, date: date, url: url) }
    }

    /// `{ "nl", "en" }`, both required.
    func bilingual() -> Bilingual? {
        guard let object = object(Names.bilingual) else { return nil }
        let (dutch, english) = (object.required("nl")?.text(), object.required("en")?.text())
        guard let dutch, let english else { return nil }
        return Bilingual(dutch: dutch, english: english)
    }

    private enum Names {
        static let source: Set<String> = ["title", "date", "url"]
        static let bilingual: Set<String> = ["nl", "en"]
    }
}
