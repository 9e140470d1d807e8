import HTTP

/// Where libFuzzer comes in: laws of the parser and of the router, on bytes that it makes up.
///
/// Bytes that begin with NUL, which begins no request, are a list of routes and paths; all others are what a client
/// sends.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if bytes.first == 0 { RouterLaws.check(bytes.dropFirst()) } else { ParserLaws.check(bytes) }
    return 0
}

/// Stops the program when a law does not hold, so that the input is kept. Also where checks are compiled out.
func demand(_ holds: Bool, _ law: @autoclosure () -> String) {
    if !holds { fatalError("Law broken: \(law())") }
}
