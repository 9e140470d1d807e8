import Foundation
import HTTP
import JSONText

/// Reading what was sent.
extension Call {
    /// - Throws: 415 when the body is not said to be JSON.
    func requireJSON() throws(Problem) {
        let field = request.fields["Content-Type"]
        if field == "application/json" { return }
        guard let field, MediaType(field)?.essence == "application/json" else { throw .unsupportedMediaType }
    }

    /// The body as JSON.
    /// - Throws: 400 when it is not.
    func document(_ faults: InputFaults) throws(Problem) -> JSONReader {
        do {
            return JSONReader(try JSONParser.parse(request.body), faults: faults)
        } catch {
            throw .badInput([Problem.Entry(pointer: "", code: error.code, detail: error.detail)])
        }
    }

    /// - Throws: 415 or 400 when something was sent: such a request says everything by its address.
    func requireEmptyBody() throws(Problem) {
        let faults = InputFaults()
        if !request.body.isEmpty {
            try requireJSON()
            _ = try document(faults).object([])
        }
        try refuse(faults)
    }

    /// - Parameter others: what is wrong elsewhere, as in a field of the head.
    /// - Throws: 400 with every fault in query and body together, when there is one.
    func refuse(_ faults: InputFaults, and others: [Problem.Entry] = []) throws(Problem) {
        let elsewhere = query.faults + others
        let count = elsewhere.count + faults.all.count
        guard count > 0 else { return }
        // Of tens of thousands of faults only those that are told are put into words.
        throw .badInput(elsewhere + faults.all.prefix(Problem.mostEntries).map(\.entry), outOf: count)
    }
}
