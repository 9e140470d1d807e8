/// Who tried keys that do not count, and which: six in a minute are too many, from one address and of one beginning.
///
/// What it is for, and what it must not do:
///
/// - A right key sent to the API is never refused here, whoever else tries what from the same address: behind one
///   address (NAT, an office) sit many. A guesser gains nothing by that: among 2²⁵⁶ keys no pace finds one, and the
///   wrong guesses still count.
/// - At the sign-in form an address that tried too much waits, also with a right key: a person who reads the answer
///   loses a minute, and a robot that fills in forms learns nothing in it.
/// - The beginning of a key limits wrong tries alone. Who knows how somebody's key begins can therefore not lock it
///   out from elsewhere: the right key goes in, whatever was tried with its beginning.
/// - Beginnings are kept as a hash under a secret of this process, in memory only.
struct WrongKeys: Sendable {
    /// Characters of what was sent that count as its beginning: `okt_`, and 24 bits of the secret behind it.
    static let prefixLength = 8

    private var addresses: BoundedTable<AddressBlock, WrongTries>
    private var beginnings: BoundedTable<Int, WrongTries>

    /// - Parameter most: addresses, and beginnings, that are remembered at a time.
    init(most: Int) { (addresses, beginnings) = (BoundedTable(most: most), BoundedTable(most: most)) }

    /// How long until `address` may sign in at the form, in nanoseconds; 0 for at once.
    func wait(of address: AddressBlock, at now: Int64) -> Int64 { addresses[address]?.wait(at: now) ?? 0 }

    /// Counts a wrong key.
    ///
    /// - Parameter beginning: see ``beginning(of:)``; `nil` where nothing like a key was sent.
    /// - Returns: 0 where it may be answered as a wrong key, else how long until the next may be; nanoseconds.
    mutating func note(_ beginning: Int?, from address: AddressBlock, at now: Int64) -> Int64 {
        let own = addresses.update(address, fresh: WrongTries(), at: now) { $0.note(at: now) }
        guard let beginning else { return own }
        // What is refused for its address shall not refuse others for what they try.
        guard own == 0 else { return max(own, beginnings[beginning]?.wait(at: now) ?? 0) }
        return beginnings.update(beginning, fresh: WrongTries(), at: now) { $0.note(at: now) }
    }

    /// Stands for the first characters of what was sent. Swift's hash is keyed with a secret of the process.
    static func beginning(of token: some StringProtocol) -> Int {
        var hasher = Hasher()
        hasher.combine(String(token.prefix(prefixLength)))
        return hasher.finalize()
    }
}
