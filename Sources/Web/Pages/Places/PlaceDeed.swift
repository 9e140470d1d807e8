/// What the buttons of a row ask for (screen S11).
enum PlaceDeed: String, CaseIterable, Sendable {
    /// "Klopt nog": what stands in the row is right; where another number was typed, that one.
    case confirm = "klopt"
    case less = "min"
    case more = "plus"
    /// The numbers, and the day on which a place comes free, as they were filled in.
    case set = "zet"
    case pause = "pauze"
    case resume = "hervat"
    case undo = "ongedaan"

    /// The name of the button's field.
    static let field = "doe"
}
