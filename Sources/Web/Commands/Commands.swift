import Foundation

/// The command line: finds the command, runs it, and makes failures into one line and an exit status.
package enum Commands {
    /// - Parameter arguments: Without the name of the program.
    /// - Returns: 0, 1 for a failure, 2 for words that are not understood.
    package static func run(_ arguments: [String], terminal: Terminal = .standard) -> Int32 {
        StandardStreams.fill()
        MemoryDumps.switchOff()
        // Whatever is made from here on is for this user alone.
        umask(0o077)
        do {
            return try dispatch(arguments, terminal)
        } catch let failure as CommandFailure {
            terminal.complain(failure.line)
            return failure.status
        } catch {
            terminal.complain("opvangkaart: er ging iets mis (\(type(of: error))).")
            return 1
        }
    }

    private static func dispatch(_ arguments: [String], _ terminal: Terminal) throws -> Int32 {
        let rest = Array(arguments.dropFirst())
        switch arguments.first {
        case "--help", "-h", "help":
            terminal.say(Help.text)
            return 0
        case "--version":
            terminal.say("opvangkaart \(Version.program)")
            return 0
        case nil: return try ServeCommand(Options([], valued: ServeCommand.valued)).run(terminal)
        case "serve": return try serve(rest, terminal)
        case "check": return try CheckCommand(Options(rest, valued: ["--data"])).run(terminal)
        case "match":
            if rest.contains(where: { $0 == GroupCommand.option || $0.hasPrefix(GroupCommand.option + "=") }) {
                return try GroupCommand(Options(rest, valued: GroupCommand.valued, flags: ["--json"], operands: 1))
                    .run(terminal)
            }
            let options = try Options(rest, valued: MatchCommand.valued, flags: ["--json"], operands: 1)
            return try MatchCommand(options).run(terminal)
        case "key": return try KeyCommand.run(rest, terminal)
        case "journal": return try JournalCommand.run(rest, terminal)
        case "backup":
            return try BackupCommand(Options(rest, valued: ["--state"], operands: 1)).run(terminal, now: Date())
        case "restore": return try RestoreCommand(Options(rest, valued: ["--state"], operands: 1)).run(terminal)
        case let word? where word.hasPrefix("--"): return try serve(arguments, terminal)
        case let word?: throw CommandFailure.usage("De opdracht ‘\(word)’ bestaat niet.")
        }
    }

    private static func serve(_ words: [String], _ terminal: Terminal) throws -> Int32 {
        let options = try Options(words, valued: ServeCommand.valued, flags: ServeCommand.flags)
        return try ServeCommand(options).run(terminal)
    }
}
