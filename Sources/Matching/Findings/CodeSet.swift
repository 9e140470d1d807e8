import Foundation

/// Something of which there are fewer than 64, in an order of its own: one bit in a ``CodeSet``.
package protocol Numbered: Hashable, Sendable {
    /// All of them, in the order in which they are told.
    static var inOrder: [Self] { get }
    /// The place of each in ``inOrder``.
    static var numbers: [Self: Int] { get }
}

extension Numbered {
    package var number: Int { Self.numbers[self] ?? 0 }

    /// What ``numbers`` is made of.
    static func numbered(_ all: [Self]) -> [Self: Int] {
        Dictionary(all.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// A set of findings as the bits of one word. Whatever the way in which it was filled, it is walked in one order.
package struct CodeSet<Element: Numbered>: Hashable, Sendable {
    package var bits: UInt64

    @inlinable
    package init(bits: UInt64 = 0) { self.bits = bits }

    package mutating func insert(_ element: Element) { bits |= 1 << UInt64(element.number) }

    package func contains(_ element: Element) -> Bool { bits >> UInt64(element.number) & 1 == 1 }

    @inlinable
    package var count: Int { bits.nonzeroBitCount }

    @inlinable
    package var isEmpty: Bool { bits == 0 }
}

extension CodeSet: Sequence {
    package var underestimatedCount: Int { count }

    package func makeIterator() -> Iterator { Iterator(rest: bits) }

    package struct Iterator: IteratorProtocol {
        var rest: UInt64

        package mutating func next() -> Element? {
            guard rest != 0 else { return nil }
            let number = rest.trailingZeroBitCount
            rest &= rest - 1
            let all = Element.inOrder
            return number < all.count ? all[number] : nil
        }
    }
}

extension CodeSet: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: Element...) { self.init(elements) }

    package init(_ elements: some Sequence<Element>) {
        self.init()
        for element in elements { insert(element) }
    }
}
