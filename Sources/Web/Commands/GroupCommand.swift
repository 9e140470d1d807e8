import Domain
import Foundation
import Matching
import Registry

/// `opvangkaart match --group`: joint placement without a server, on the counts of the state directory.
struct GroupCommand {
    static let option = "--group"

    static let valued: Set<String> = ["--data", "--state", option]

    private let input: InputDocument
    private let data: URL
    private let state: URL
    private let isJSON: Bool

    init(_ options: Options) throws(CommandFailure) {
        guard let source = options[Self.option] else { throw .usage("\(Self.option) mist een waarde.") }
        guard options.operands.isEmpty else {
            throw .usage("Noem één bestand: een profiel, of met \(Self.option) een groep.")
        }
        input = InputDocument(source: source)
        data = options.folder("--data", standard: "Data")
        state = options.folder("--state", standard: ".opvangkaart")
        isJSON = options.has("--json")
    }

    func run(_ terminal: Terminal) throws -> Int32 {
        let now = Timestamp.wholeMilliseconds(Date())
        let text = try input.text()
        let snapshot = try MatchGround.now(data: data, state: state, at: now)
        let group = try input.read(text) { GroupReader(registry: snapshot.registry).read($0) }
        let body = snapshot.assign(group, at: now, within: .timed())
        terminal.say(isJSON ? String(decoding: try body.jsonBytes(), as: UTF8.self) : PlainAssignment(body).text)
        return 0
    }
}

/// A joint placement as plain lines for a terminal.
struct PlainAssignment {
    private let body: AssignmentBody

    init(_ body: AssignmentBody) { self.body = body }

    var text: String {
        let people = body.placed + body.unplaced.count
        let head =
            "\(body.placed) van \(people) met een plek. De personen zijn genummerd vanaf 0, zoals in het bestand."
        let proof =
            body.optimal
            ? "Beter kan niet: dit is bewezen."
            : "Er was niet genoeg tijd om alles te vergelijken. Misschien kan het beter."
        let placed = body.assignments.map { assignment in
            "\(assignment.person). \(assignment.organizationName), \(assignment.serviceName) (rang \(assignment.rank))"
        }
        let left = body.unplaced.map { person in
            (["\(person.person). Nog geen plek."] + person.reasons.map { "     \($0.text)" }).joined(separator: "\n")
        }
        return ([head, proof, ""] + placed + left + ["", "Dit is een advies. U beslist samen met elke persoon."])
            .joined(separator: "\n")
    }
}
