import JSONText

/// Faults as one line each, for tables: pointer, offset and what is wrong.
extension InputFault {
    var short: String { "\(pointer) @\(offset) \(kind.short)" }
}

extension InputFault.Kind {
    var short: String {
        switch self {
        case .unknownName(let name): "unknown name \(name)"
        case .missing: "missing"
        case .wrongType(let expected): "not \(expected.rawValue)"
        case .unknownCode(let code, let allowed): "unknown code \(code) of \(allowed.joined(separator: "|"))"
        case .outOfRange(let number, let allowed): "\(number) not in \(allowed)"
        case .malformed(let format, let text): "malformed \(format.rawValue) \(text)"
        case .tooLong(let limit): "longer than \(limit)"
        case .rule(let rule): rule.code
        }
    }
}
