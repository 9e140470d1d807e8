import Domain
import Foundation
import JSONText
import Matching
import Registry

/// `opvangkaart match`: the matcher without a server, on the counts of the state directory.
struct MatchCommand {
    private let input: InputDocument
    private let data: URL
    private let state: URL
    private let isJSON: Bool
    private let scarcity: Scarcity.Use
    /// The answer of the past that is asked for; `nil`: that of now.
    private let past: PastQuestion?

    static let valued: Set<String> = ["--data", "--state", "--as-of", "--data-version", "--scarcity"]

    init(_ options: Options) throws(CommandFailure) {
        guard let source = options.operands.first else {
            throw .usage("Noem een bestand met een profiel, of - voor standaardinvoer.")
        }
        input = InputDocument(source: source)
        data = options.folder("--data", standard: "Data")
        state = options.folder("--state", standard: ".opvangkaart")
        isJSON = options.has("--json")
        guard let use = Scarcity.Use(rawValue: options["--scarcity"] ?? "off") else {
            throw .usage("--scarcity is off, shown of ranked.")
        }
        scarcity = use
        past = try PastQuestion(options, now: Date())
    }

    func run(_ terminal: Terminal) throws -> Int32 {
        let now = Timestamp.wholeMilliseconds(Date())
        let text = try input.text()
        if let past {
            let answer = try PastAnswer(
                past, scarcity: scarcity, profile: { try profile(in: text, $0) }, data: data, state: state, at: now)
            terminal.say(isJSON ? String(decoding: try answer.jsonBytes(), as: UTF8.self) : answer.text)
            return 0
        }
        let snapshot = try MatchGround.now(data: data, state: state, at: now)
        let body = snapshot.search(try profile(in: text, snapshot.registry), at: now, detail: .full, scarcity: scarcity)
        terminal.say(isJSON ? String(decoding: try body.jsonBytes(), as: UTF8.self) : PlainResult(body).text)
        return 0
    }

    private func profile(in text: [UInt8], _ registry: Registry) throws(CommandFailure) -> Profile {
        try input.read(text) { ProfileReader(registry: registry).read($0) }
    }
}

/// A result as plain lines for a terminal.
struct PlainResult {
    private let body: SearchBody

    init(_ body: SearchBody) {
        self.body = body
    }

    var text: String {
        let banners = body.banners.map { "! \($0.text)" }
        let sections = body.sections.flatMap { section in
            ["", "\(section.label) (\(section.total))"] + section.placements.map(line)
        }
        let contacts = (body.contacts + body.emergencyContacts).map { "  \($0.name): \($0.phone)" }
        let excluded = ["", "Past niet: \(body.excluded?.count ?? 0). Zie --json voor elke reden."]
        return (banners + sections + excluded + ["", "Wie belt u?"] + contacts + ["", body.advice])
            .joined(separator: "\n")
    }

    private func line(_ placement: PlacementBody) -> String {
        let reasons = placement.reasons.map(\.text).joined(separator: " ")
        let conditions = placement.conditions.map { "\n     Eerst overleggen: \($0.text)" }.joined()
        let name = "\(placement.organizationName), \(placement.serviceName) (\(placement.province))"
        let others = placement.scarcity.map { $0.profiles > 0 ? "\n     \($0.text)" : "" } ?? ""
        return "\(placement.rank). \(name)\n     \(reasons)\(conditions)\(others)"
    }
}
