import HTTP

/// Where libFuzzer comes in: laws of the parser, of a connection, of the fields that choose what is sent, and of the
/// router, on bytes that it makes up.
///
/// Bytes that begin with NUL or SOH, which begin no request, are a list of routes and paths, or the value of a field;
/// all others are what a client sends.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    switch bytes.first {
    case 0: RouterLaws.check(bytes.dropFirst())
    case 1: FieldLaws.check(bytes.dropFirst())
    default:
        ParserLaws.check(bytes)
        ConnectionLaws.check(bytes)
    }
    return 0
}

/// Stops the program when a law does not hold, so that the input is kept. Also where checks are compiled out.
func demand(_ holds: Bool, _ law: @autoclosure () -> String) {
    if !holds { fatalError("Law broken: \(law())") }
}
