import Domain
import Foundation
import Ledger

/// What a page showed of a count, as its forms carry it back: nobody confirms or changes a number that they did not
/// see (screen S11, "someone else changed it").
struct SeenCount: Hashable, Sendable {
    let version: Int
    /// Beds or units; `nil` where it was not known.
    let free: Int?
    let held: Int
    /// See ``free``.
    let total: Int?
    let isPaused: Bool

    /// The name of the field.
    static let field = "gezien"

    init(_ live: LiveCapacity) {
        let capacity = live.capacity
        (version, free, held) = (live.version, capacity.free, capacity.held)
        (total, isPaused) = (capacity.total, capacity.isPaused)
    }

    /// `nil` for what ``text`` never gives.
    init?(text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 5, let version = Self.number(words[0], most: .max),
            let held = Self.number(words[2], most: Capacity.mostPlaces), words[4] == "0" || words[4] == "1"
        else { return nil }
        let (free, total) = (Self.places(words[1]), Self.places(words[3]))
        guard let free, let total else { return nil }
        (self.version, self.free, self.held) = (version, free, held)
        (self.total, isPaused) = (total, words[4] == "1")
    }

    /// Version, free, held, total and whether it was paused.
    var text: String {
        let (free, total) = (free.map(String.init) ?? "-", total.map(String.init) ?? "-")
        return "\(version) \(free) \(held) \(total) \(isPaused ? "1" : "0")"
    }

    /// Whether "still right", said of this, is right of what stands now: nothing changed since, or only a hold came or
    /// went, which takes from the free places what the shelter itself still counts.
    func holds(for live: LiveCapacity) -> Bool {
        guard live.version != version else { return true }
        let now = live.capacity
        guard now.total == total, now.isPaused == isPaused, let free, let current = now.free else { return false }
        return current == free || current + now.held == free + held
    }

    /// `nil` for what is no number; a number that is not known is `.some(nil)`.
    private static func places(_ word: Substring) -> Int?? {
        if word == "-" { return .some(nil) }
        return number(word, most: Capacity.mostPlaces).map { .some($0) }
    }

    private static func number(_ word: Substring, most: Int) -> Int? {
        guard !word.isEmpty, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(word),
            number <= most
        else { return nil }
        return number
    }
}
