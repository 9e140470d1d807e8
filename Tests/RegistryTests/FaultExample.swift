import Testing

/// A change to the small registry, and every fault the loader must tell.
struct FaultExample: Sendable, CustomTestStringConvertible {
    let name: String
    let changes: [SmallRegistry.Change]
    let faults: [String]
    var testDescription: String { name }

    /// One value set in `file`, and one fault, at that place unless another is given.
    static func set(
        _ name: String, in file: String = SmallRegistry.overijssel, _ pointer: String, _ value: JSONTree,
        gives code: String, at place: String? = nil
    ) -> FaultExample {
        FaultExample(
            name: name, changes: [.init(file: file, pointer: pointer, value: value)],
            faults: ["\(file)#\(place ?? pointer) \(code)"])
    }

    /// A required member removed.
    static func remove(in file: String = SmallRegistry.overijssel, _ pointer: String) -> FaultExample {
        FaultExample(
            name: "without \(file)#\(pointer)", changes: [.init(file: file, pointer: pointer, value: nil)],
            faults: ["\(file)#\(pointer) missing"])
    }

    /// One value set in `file`, and no fault.
    static func fine(
        _ name: String, in file: String = SmallRegistry.overijssel, _ pointer: String, _ value: JSONTree?
    ) -> FaultExample {
        FaultExample(name: name, changes: [.init(file: file, pointer: pointer, value: value)], faults: [])
    }

    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let found = try SmallRegistry.folder(changing: changes).faults
        #expect(found == faults, sourceLocation: sourceLocation)
    }
}
