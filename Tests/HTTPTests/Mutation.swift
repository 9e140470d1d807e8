import TestTools

/// Small changes of a request, as a careless or a hostile client could make them.
enum Mutation: CaseIterable {
    case delete, insert, replace, duplicate, swap, splice, cut

    /// Bytes that mean something somewhere in the grammar.
    private static let telling = [UInt8]("\r\n\r\n \t:;,=\"\\%/?.*#@[]019afgGETHTP\0\u{B}\u{7F}é")

    func apply(to bytes: inout [UInt8], other: [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return bytes = other }
        let place = Int.random(in: bytes.indices, using: &generator)
        let end = min(bytes.count, place + .random(in: 1...4, using: &generator))
        switch self {
        case .delete: bytes.removeSubrange(place..<end)
        case .insert: bytes.insert(Self.byte(using: &generator), at: place)
        case .replace: bytes[place] = Self.byte(using: &generator)
        case .duplicate: bytes.insert(contentsOf: bytes[place..<end], at: end)
        case .swap: bytes.swapAt(place, .random(in: bytes.indices, using: &generator))
        case .splice: bytes = bytes[..<place] + other.suffix(.random(in: 0...other.count, using: &generator))
        case .cut: bytes.removeSubrange(place...)
        }
    }

    private static func byte(using generator: inout SeededGenerator) -> UInt8 {
        Bool.random(using: &generator)
            ? telling.randomElement(using: &generator) ?? 0 : .random(in: .min ... .max, using: &generator)
    }
}
