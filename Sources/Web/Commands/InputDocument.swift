import Foundation
import JSONText

/// A JSON document named on the command line: a file, or `-` for standard input. Here faults name the value and its
/// place, for who runs the command wrote them.
struct InputDocument {
    let source: String

    func text() throws(CommandFailure) -> [UInt8] {
        if source == "-" {
            guard let data = try? FileHandle.standardInput.readToEnd() else {
                throw .failure("Op standaardinvoer staat niets.")
            }
            return [UInt8](data)
        }
        guard let data = FileManager.default.contents(atPath: source) else {
            throw .failure("‘\(source)’ kunnen we niet lezen.")
        }
        return [UInt8](data)
    }

    /// - Parameter read: gives nothing where there are faults.
    /// - Throws: every fault with its place.
    func read<Value>(_ text: [UInt8], _ read: (JSONReader) -> Value?) throws(CommandFailure) -> Value {
        let root: JSONNode
        do {
            root = try JSONParser.parse(text)
        } catch {
            let place = TextPosition(of: error.offset, in: text)
            throw CommandFailure(
                status: 1, line: "\(source):\(place.line):\(place.column): \(error.detailNamingValue)")
        }
        let faults = InputFaults()
        guard let value = read(JSONReader(root, faults: faults)) else {
            let lines = faults.all.map { "\(source)#\($0.pointer): \($0.detailNamingValue)" }
            throw CommandFailure(status: 1, line: lines.joined(separator: "\n"))
        }
        return value
    }
}
