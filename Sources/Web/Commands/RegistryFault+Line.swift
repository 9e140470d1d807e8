import Domain
import Foundation
import JSONText
import Registry

/// One line for each fault: `file:line:column: message`, or `file#/json/pointer: message`.
extension RegistryFault {
    func line(in directory: URL) -> String {
        let path = directory.appending(path: file).relativePath
        return switch kind {
        case .missing: "\(path): Dit bestand ontbreekt."
        case .unreadable: "\(path): Dit bestand kunnen we niet lezen."
        case .syntax(let fault, let position):
            "\(path):\(position.line):\(position.column): \(fault.detailNamingValue)"
        case .input(let fault): "\(path)#\(fault.pointer): \(fault.detailNamingValue)"
        }
    }
}

extension RegistryWarning {
    func line(in directory: URL) -> String {
        let path = directory.appending(path: file).relativePath
        return switch kind {
        case .ignoredFile: "\(path): waarschuwing: dit bestand hoort niet bij een provincie en telt niet mee."
        case .unknownOrganization(let id, let pointer):
            "\(path)#\(pointer): waarschuwing: de organisatie ‘\(id.rawValue)’ bestaat niet."
        }
    }
}
