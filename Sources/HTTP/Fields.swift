/// Header fields in the order they came or were put in, RFC 9110 §5.3.
///
/// They are kept as the bytes that were or will be on the wire, with the places of names and values in them, so that
/// neither reading nor writing a head makes a text of every field. Values pass through ``FieldValue``: none can
/// hold CR, LF or NUL.
package struct Fields: Sendable {
    package struct Field: Hashable, Sendable {
        package let name: FieldName
        package let value: String
    }

    /// Where one field's name and value lie; the value without blanks around it.
    struct Line {
        let name: Range<Int>
        let value: Range<Int>
    }

    /// Of a request, its whole head; of an answer, the lines as they will be sent.
    private var bytes: [UInt8] = []
    private(set) var lines: [Line] = []
    /// Whether `bytes` are the lines in order and nothing else.
    private var isPlain = true

    package init() {}

    package init(_ pairs: KeyValuePairs<FieldName, String>) {
        lines.reserveCapacity(pairs.count)
        for (name, value) in pairs { add(name, value) }
    }

    /// Takes fields the scanner has already checked, where they are.
    init(scanned bytes: [UInt8], lines: [Line]) { (self.bytes, self.lines, isPlain) = (bytes, lines, false) }

    /// The value; several are joined by ", " (RFC 9110 §5.3); `nil` when absent. Setting replaces all, `nil` removes.
    package subscript(name: FieldName) -> String? {
        get {
            guard let first = lines.firstIndex(where: { isNamed($0, name) }) else { return nil }
            let later = lines[(first + 1)...].filter { isNamed($0, name) }
            return later.isEmpty
                ? text(lines[first].value) : ([lines[first]] + later).map { text($0.value) }.joined(separator: ", ")
        }
        set {
            if let newValue { set(name, newValue) } else { remove(name) }
        }
    }

    /// Every value of `name` apart, in order.
    package func values(_ name: FieldName) -> [String] {
        lines.filter { isNamed($0, name) }.map { text($0.value) }
    }

    package func contains(_ name: FieldName) -> Bool { lines.contains { isNamed($0, name) } }

    /// Replaces every field of that name by one, at the place of the first.
    package mutating func set(_ name: FieldName, _ value: String) {
        let line = append(name, value)
        guard let first = lines.firstIndex(where: { isNamed($0, name) }) else { return lines.append(line) }
        lines[first] = line
        let after = first + 1
        lines.replaceSubrange(after..., with: lines[after...].filter { !isNamed($0, name) })
        isPlain = false
    }

    /// Sets every field of `others`, several of one name as they are there.
    package mutating func set(_ others: Fields) {
        let own = self
        keep { line in !others.lines.contains { own.isSameName(line, $0, of: others) } }
        for line in others.lines { lines.append(Self.append(others.bytes.span, line, to: &bytes)) }
    }

    package mutating func add(_ name: FieldName, _ value: String) { lines.append(append(name, value)) }

    package mutating func remove(_ name: FieldName) {
        let own = self
        keep { !own.isNamed($0, name) }
    }

    /// The value of a line found here.
    func value(of line: Line) -> String { text(line.value) }

    /// A value as it was sent or will be.
    func raw(_ value: Range<Int>) -> ArraySlice<UInt8> { bytes[value] }

    func isNamed(_ line: Line, _ name: FieldName) -> Bool {
        guard line.name.count == name.folded.count else { return false }
        var place = line.name.lowerBound
        for byte in name.folded {
            guard bytes[place].lowercased == byte else { return false }
            place += 1
        }
        return true
    }

    private func isSameName(_ line: Line, _ other: Line, of others: Fields) -> Bool {
        line.name.count == other.name.count && bytes[line.name].equalsIgnoringCase(others.bytes[other.name])
    }

    /// Appends the lines as they are sent, but for those that are `left` out.
    func write(to head: inout [UInt8], leaving left: (Line) -> Bool) {
        if isPlain, !lines.contains(where: left) { return head.append(bytes.span) }
        for line in lines where !left(line) { _ = Self.append(bytes.span, line, to: &head) }
    }

    private mutating func keep(_ isKept: (Line) -> Bool) {
        let kept = lines.filter(isKept)
        if kept.count != lines.count { (lines, isPlain) = (kept, false) }
    }

    private mutating func append(_ name: FieldName, _ value: String) -> Line {
        let start = bytes.count
        bytes += name.spelling.utf8
        let nameEnd = bytes.count
        bytes.append(UInt8(ascii: ":"))
        bytes.append(.space)
        let valueStart = bytes.count
        bytes += FieldValue(value).text.utf8
        let valueEnd = bytes.count
        bytes.append(.carriageReturn)
        bytes.append(.lineFeed)
        return Line(name: start..<nameEnd, value: valueStart..<valueEnd)
    }

    /// Appends `name: value CRLF`; returns where it lies.
    private static func append(_ source: Span<UInt8>, _ line: Line, to target: inout [UInt8]) -> Line {
        let start = target.count
        target.append(source.extracting(line.name))
        let nameEnd = target.count
        target.append(UInt8(ascii: ":"))
        target.append(.space)
        let valueStart = target.count
        target.append(source.extracting(line.value))
        let valueEnd = target.count
        target.append(.carriageReturn)
        target.append(.lineFeed)
        return Line(name: start..<nameEnd, value: valueStart..<valueEnd)
    }

    private func text(_ value: Range<Int>) -> String { FieldValue(scanned: bytes[value]).text }
}

extension Fields: RandomAccessCollection {
    package var startIndex: Int { lines.startIndex }
    package var endIndex: Int { lines.endIndex }
    package subscript(position: Int) -> Field {
        Field(name: FieldName(scanned: bytes[lines[position].name]), value: text(lines[position].value))
    }
}

extension Fields: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral pairs: (FieldName, String)...) {
        lines.reserveCapacity(pairs.count)
        for (name, value) in pairs { add(name, value) }
    }
}
