import Foundation
import Ledger

extension StartReport {
    /// What a start has to say of the journal; nothing where all is well.
    var lines: [String] {
        var lines: [String] = []
        if let tail = tornTail {
            let kept = tail.keptIn.map { " Bewaard in \($0)." } ?? ""
            lines.append(
                "Het journaal eindigde met een halve regel (regel \(tail.line), \(tail.bytes) bytes). "
                    + "Die is afgeknipt.\(kept)")
        }
        for name in badSnapshots { lines.append("\(name) klopt niet en telt niet mee. Het journaal telt.") }
        if let damage {
            lines += [
                "LET OP: het journaal is beschadigd.",
                "LET OP: \(damage.file):\(damage.line): \(damage.what.sentence)",
                "LET OP: u kunt alleen lezen, niets wijzigen. Aantallen kunnen ontbreken of oud zijn. "
                    + "Zet zo snel mogelijk een backup terug.",
            ]
        }
        return lines
    }
}
