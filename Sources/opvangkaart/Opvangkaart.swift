import Foundation
import Web

/// The program. Not top-level code: that would bind every handler written here to the main actor.
@main
enum Opvangkaart {
    static func main() {
        exit(Commands.run(Array(CommandLine.arguments.dropFirst())))
    }
}
