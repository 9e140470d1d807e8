import Synchronization

/// Reads bytes by a ``Rule``, and remembers the derivatives it has met.
final class RuleReader: Sendable {
    enum Reading: Equatable {
        /// The shortest beginning that is in the grammar ends before this index.
        case complete(end: Int)
        /// No text that begins like this, up to and with the byte at this index, is in the grammar.
        case refused(at: Int)
        case incomplete
    }

    private struct State {
        let rule: Rule
        let isDead: Bool
        let acceptsEmpty: Bool
        /// By kind of byte; -1 is not met yet.
        var next: [Int]
    }

    private struct Memory {
        /// Bytes that are in the same sets everywhere in the rule are of one kind, and have the same derivatives.
        let kinds: [Int]
        let kindCount: Int
        var states: [State] = []
        var numbers: [Rule: Int] = [:]

        init(_ rule: Rule) {
            let sets = Array(rule.sets)
            var seen: [[Bool]: Int] = [:]
            kinds = (UInt8.min...UInt8.max).map { byte in
                let membership = sets.map { $0.contains(byte) }
                let kind = seen[membership] ?? seen.count
                seen[membership] = kind
                return kind
            }
            kindCount = seen.count
            _ = number(of: rule)
        }

        private mutating func number(of rule: Rule) -> Int {
            if let number = numbers[rule] { return number }
            numbers[rule] = states.count
            states.append(
                State(
                    rule: rule, isDead: rule == .nothing, acceptsEmpty: rule.acceptsEmpty,
                    next: Array(repeating: -1, count: kindCount)))
            return states.count - 1
        }

        mutating func step(_ state: Int, _ byte: UInt8) -> Int {
            let kind = kinds[Int(byte)]
            let known = states[state].next[kind]
            guard known < 0 else { return known }
            let next = number(of: states[state].rule.derivative(by: byte))
            states[state].next[kind] = next
            return next
        }
    }

    private let memory: Mutex<Memory>

    init(_ rule: Rule) { memory = Mutex(Memory(rule)) }

    func read(_ bytes: ArraySlice<UInt8>) -> Reading {
        memory.withLock { memory in
            var state = 0
            for index in bytes.indices {
                state = memory.step(state, bytes[index])
                if memory.states[state].isDead { return .refused(at: index) }
                if memory.states[state].acceptsEmpty { return .complete(end: index + 1) }
            }
            return .incomplete
        }
    }

    /// Whether all of `bytes` is in the grammar.
    func matches(_ bytes: some Sequence<UInt8>) -> Bool {
        memory.withLock { memory in
            var state = 0
            for byte in bytes { state = memory.step(state, byte) }
            return memory.states[state].acceptsEmpty
        }
    }
}
