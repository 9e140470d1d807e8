import Domain
import Foundation
import Registry

/// A name as a part of an address: lower case, without accents, hyphens for all that is no letter or digit, such as
/// `fryslan`, `s-hertogenbosch` and `bergen-nh` (conventions section 10).
struct Slug: Hashable, Sendable {
    let text: String

    init(of name: String) {
        let plain = name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
        let pieces = plain.unicodeScalars.split { scalar in
            !("a"..."z").contains(scalar) && !("0"..."9").contains(scalar)
        }
        text = pieces.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
    }
}

extension Geography {
    /// The province whose name gives this part of an address.
    func province(slug: String) -> Province? { provinces.first { Slug(of: $0.name).text == slug } }

    /// The municipality whose name gives this part of an address; no two of them give the same.
    func municipality(slug: String) -> Municipality? { municipalities.first { Slug(of: $0.name).text == slug } }
}
