import Domain
import JSONText
import Registry

/// Faults and warnings as one line each, for tables.
extension RegistryFault {
    var short: String {
        switch kind {
        case .missing: "\(file) missing_file"
        case .unreadable: "\(file) unreadable"
        case .syntax(let fault, let place): "\(file):\(place.line):\(place.column) \(fault.kind.code)"
        case .input(let fault): "\(file)#\(fault.pointer) \(fault.kind.code)"
        }
    }
}

extension RegistryWarning {
    var short: String {
        switch kind {
        case .ignoredFile: "\(file) ignored_file"
        case .unknownOrganization(let id, let pointer): "\(file)#\(pointer) unknown_organization \(id.rawValue)"
        }
    }
}

extension InputFault.Kind {
    var code: String {
        switch self {
        case .unknownName: "unknown_name"
        case .missing: "missing"
        case .wrongType: "wrong_type"
        case .unknownCode: "unknown_code"
        case .outOfRange: "out_of_range"
        case .malformed: "malformed"
        case .tooLong: "too_long"
        case .rule(let rule): rule.code
        }
    }
}

extension JSONSyntaxFault.Kind {
    var code: String {
        switch self {
        case .emptyText: "empty_text"
        case .unexpectedByte: "unexpected_byte"
        case .unexpectedEnd: "unexpected_end"
        case .notUTF8: "not_utf8"
        case .controlCharacterInString: "control_character"
        case .unknownEscape: "unknown_escape"
        case .loneSurrogate: "lone_surrogate"
        case .malformedNumber: "malformed_number"
        case .numberOutOfRange: "number_out_of_range"
        case .textAfterValue: "text_after_value"
        case .nestedTooDeeply: "nested_too_deeply"
        case .duplicateName: "duplicate_name"
        }
    }
}
