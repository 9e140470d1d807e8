import Foundation

extension RequestLimits {
    /// The options of `serve` that say how many requests may come.
    static let options: Set<String> = ["--address-rate", "--key-rate"]

    /// - Throws: ``CommandFailure`` for what is no number of requests.
    init(_ options: Options) throws(CommandFailure) {
        self.init()
        addressRate = try Self.rate("--address-rate", options, standard: addressRate)
        keyRate = try Self.rate("--key-rate", options, standard: keyRate)
    }

    /// 0 stands for no limit.
    private static func rate(
        _ name: String, _ options: Options, standard: Int?
    ) throws(CommandFailure) -> Int? {
        guard let text = options[name] else { return standard }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let rate = Int(text), (0...mostRate).contains(rate)
        else { throw .usage("‘\(text)’ is geen aantal verzoeken per seconde (0 tot en met \(mostRate)).") }
        return rate == 0 ? nil : rate
    }

    /// What whoever starts the program should know.
    var notices: [String] {
        var lines: [String] = []
        if addressRate == nil { lines.append("Let op: zonder sleutel is er geen grens aan het aantal verzoeken.") }
        if keyRate == nil { lines.append("Let op: met een sleutel is er geen grens aan het aantal verzoeken.") }
        return lines
    }
}
