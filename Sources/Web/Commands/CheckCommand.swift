import Domain
import Foundation
import Registry

/// `opvangkaart check`: every fault in every file at once.
struct CheckCommand {
    let data: URL

    init(_ options: Options) {
        data = options.folder("--data", standard: "Data")
    }

    func run(_ terminal: Terminal) -> Int32 {
        do {
            let registry = try RegistryLoader(directory: data, now: Date()).load()
            for warning in registry.warnings { terminal.complain(warning.line(in: data)) }
            terminal.say(
                "In orde: \(registry.organizations.count) organisaties, \(registry.services.count) diensten, "
                    + "\(registry.geography.municipalities.count) gemeenten.")
            return 0
        } catch {
            for fault in error.faults { terminal.say(fault.line(in: data)) }
            return 1
        }
    }
}

extension RegistryLoader {
    /// Loads, or fails with every fault on a line of its own.
    static func load(_ directory: URL, now: Date) throws(CommandFailure) -> Registry {
        do {
            return try RegistryLoader(directory: directory, now: now).load()
        } catch {
            let lines = error.faults.map { $0.line(in: directory) }.joined(separator: "\n")
            throw CommandFailure(status: 1, line: lines)
        }
    }
}
