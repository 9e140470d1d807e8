import Testing

@testable import Web

@Suite("What forms carry")
struct FormSecretTests {
    @Test func eachTokenIsAnotherAndFits() {
        let secret = FormSecret()
        let tokens = (0..<20).map { _ in secret.token() }

        #expect(Set(tokens).count == 20)
        #expect(tokens.allSatisfy { $0.count == 128 && secret.matches($0) && !FormSecret().matches($0) })
        // No digit stands still: nothing of it can be guessed from the length of a compressed page.
        for place in 0..<128 { #expect(Set(tokens.map { Array($0)[place] }).count > 1) }
    }

    @Test func nothingElseFits() {
        let secret = FormSecret()
        let token = secret.token()

        for place in 0..<128 {
            var digits = Array(token)
            digits[place] = digits[place] == "0" ? "1" : "0"
            #expect(!secret.matches(String(digits)))
        }
        for wrong in [
            nil, "", "0", token + "00", String(token.dropLast()), String(token.dropLast(2)), token.uppercased(),
        ] {
            #expect(!secret.matches(wrong))
        }
        #expect(!secret.matches(String(repeating: "0", count: 128)))
        #expect(!secret.matches(String(repeating: "é", count: 64)))
    }
}
