/// A text that is equal to another only byte by byte. Swift holds texts for equal that Unicode only calls equivalent
/// (`K` and the Kelvin sign), but on the wire they are two names.
struct ExactText: Hashable {
    let text: String

    static func == (one: ExactText, other: ExactText) -> Bool {
        one.text.utf8.count == other.text.utf8.count && one.text.utf8.elementsEqual(other.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        // Equal texts may lie differently in memory, so the bytes are fed one by one.
        for byte in text.utf8 { hasher.combine(byte) }
    }
}
