/// Bodies to send, as JSON text.
enum Body {
    /// The profile of the README: a woman of 24, tonight, with danger in Overijssel.
    static let readme = profile([
        "household": #""single""#, "exploitationForms": #"["sexual"]"#, "dangerAreas": #"["NL-OV"]"#,
    ])

    static let minimal = profile([:])

    /// The least a profile needs, with `changes`: a member as JSON text, or "" to leave it out.
    static func profile(_ changes: [String: String]) -> String {
        var members = ["age": "24", "gender": #""female""#, "urgency": #""now""#, "threat": #""orange""#]
        members.merge(changes) { _, change in change }
        let written = members.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
        return "{" + written.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + "}"
    }

    static func question(_ profile: String, _ service: String, comparedWith other: String? = nil) -> String {
        let second = other.map { #", "comparedWith": "\#($0)""# } ?? ""
        return #"{"profile": \#(profile), "serviceId": "\#(service)"\#(second)}"#
    }

    static func hold(_ places: Int = 1) -> String { #"{"places": \#(places)}"# }

    static func decision(_ decision: String, reason: String? = nil) -> String {
        #"{"decision": "\#(decision)"\#(reason.map { #", "reason": "\#($0)""# } ?? "")}"#
    }

    static func closure(_ outcome: String) -> String { #"{"outcome": "\#(outcome)"}"# }

    static func reports(_ reports: [String]) -> String { #"{"reports": [\#(reports.joined(separator: ", "))]}"# }

    static func report(
        _ service: String, version: Int, total: Int = 6, free: Int, more: String = ""
    ) -> String {
        #"{"serviceId": "\#(service)", "version": \#(version), "total": \#(total), "free": \#(free)\#(more)}"#
    }

    static func count(total: Int = 6, free: Int, more: String = "") -> String {
        #"{"total": \#(total), "free": \#(free)\#(more)}"#
    }
}
