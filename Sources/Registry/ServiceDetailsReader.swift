import Domain
import Foundation
import JSONText

/// Reads what a service says of registering, staying and waiting.
struct ServiceDetailsReader {
    let object: JSONObjectReader

    private static let referralNames: Set<String> = [
        "routes", "phone", "hours", "intakeAroundTheClock", "steps", "decisionWithinHours", "documents",
    ]
    private static let stayNames: Set<String> = ["minimumDays", "usualDays", "maximumDays", "extensible"]
    private static let waitingNames: Set<String> = ["days", "statedOn"]

    func referral() -> Referral? {
        guard let referral = object["referral"]?.object(Self.referralNames) else { return nil }
        return Referral(
            routes: referral.codes("routes", ReferralRoute.self) ?? [], phone: referral.text("phone", limit: 40),
            hours: referral.text("hours"), intakeAroundTheClock: referral.boolean("intakeAroundTheClock"),
            steps: referral.texts("steps"), decisionWithinHours: referral.integer("decisionWithinHours", in: 0...8_760),
            documents: referral.texts("documents"))
    }

    func stay() -> Stay? {
        let days = 0...36_500
        guard let stay = object["stay"]?.object(Self.stayNames) else { return nil }
        return Stay(
            minimumDays: stay.integer("minimumDays", in: days), usualDays: stay.integer("usualDays", in: days),
            maximumDays: stay.integer("maximumDays", in: days), extensible: stay.boolean("extensible"))
    }

    func waiting() -> Waiting? {
        guard let waiting = object["waiting"]?.object(Self.waitingNames) else { return nil }
        let statedOn = waiting["statedOn"]?.date()
        return waiting.required("days")?.integer(in: 0...3_650).map { Waiting(days: $0, statedOn: statedOn) }
    }
}
