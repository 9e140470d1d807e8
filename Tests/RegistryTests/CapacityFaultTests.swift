import Testing

private let sheltered = SmallRegistry.sheltered + "/capacity"
private let secret = SmallRegistry.secret + "/capacity"
private let visible = SmallRegistry.visible + "/capacity"

/// Faults in the count a place starts from (contract sections 2 and 9).
@Suite("Faults in a capacity")
struct CapacityFaultTests {
    @Test(arguments: [
        FaultExample.set("more free than there are", "\(sheltered)/free", 7, gives: "free_above_total"),
        .set("more than the most", "\(sheltered)/total", 10_001, gives: "out_of_range"),
        .set("fewer than none", "\(sheltered)/total", -1, gives: "out_of_range"),
        .set("fewer free than none", "\(sheltered)/free", -1, gives: "out_of_range"),
        .set("half a bed", "\(sheltered)/free", 1.5, gives: "wrong_type"),
        .set("a whole number with a point", "\(sheltered)/free", 2.0, gives: "wrong_type"),
        .set("a number as text", "\(sheltered)/free", "2", gives: "wrong_type"),
        .set("another unit", "\(sheltered)/unit", "room", gives: "unknown_code"),
        .set("confirmed without a zone", "\(sheltered)/confirmedAt", "2026-11-20T08:00:00", gives: "malformed"),
        .set("confirmed on a day only", "\(sheltered)/confirmedAt", "2026-11-20", gives: "malformed"),
        .set("expected at a moment", "\(sheltered)/expectedFreeOn", "2026-12-01T00:00:00Z", gives: "malformed"),
        .set("capacity as number", SmallRegistry.sheltered + "/capacity", 6, gives: "wrong_type"),
        .set("minutes of no example", "\(visible)/confirmedMinutesAgo", 30, gives: "only_for_examples"),
        .set("days of no example", "\(visible)/expectedFreeInDays", 3, gives: "only_for_examples"),
        .set("minutes beside a moment", "\(sheltered)/confirmedMinutesAgo", 30, gives: "two_times"),
        .set("days beside a date", "\(sheltered)/expectedFreeInDays", 3, gives: "two_times"),
        .set("minutes to come", "\(secret)/confirmedMinutesAgo", -1, gives: "out_of_range"),
        .set("days that have passed", "\(secret)/expectedFreeInDays", -1, gives: "out_of_range"),
    ])
    func oneFault(_ example: FaultExample) throws { try example.check() }

    @Test(arguments: [
        FaultExample.fine("all free", "\(sheltered)/free", 6),
        .fine("none free", "\(sheltered)/free", 0),
        .fine("no place at all", "\(visible)/total", 0),
        .fine("the most", "\(sheltered)/total", 10_000),
        .fine("free not known", "\(sheltered)/free", nil),
        .fine("free not known, said so", "\(sheltered)/free", .null),
        .fine("confirmed elsewhere", "\(sheltered)/confirmedAt", "2026-11-20T09:00:00+01:00"),
        .fine("expected in the past", "\(sheltered)/expectedFreeOn", "2020-01-01"),
    ])
    func noFault(_ example: FaultExample) throws { try example.check() }
}
