import Domain

extension Identifier {
    static func make(_ text: String) -> Self {
        guard let id = Self(rawValue: text) else { preconditionFailure("not an id: \(text)") }
        return id
    }
}

extension MunicipalityCode {
    static func make(_ text: String) -> MunicipalityCode {
        guard let code = MunicipalityCode(rawValue: text) else { preconditionFailure("not a code: \(text)") }
        return code
    }
}
