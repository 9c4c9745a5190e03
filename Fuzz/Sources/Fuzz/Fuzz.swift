import PedigreeKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What libFuzzer calls for each input. The target is named by FUZZ_TARGET, so that one program serves them all.
///
/// A target ends the program where something that must hold doesn't; libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private let target: Target = {
  guard let name = getenv("FUZZ_TARGET").map({ String(cString: $0) }), let target = Target(rawValue: name) else {
    let names = Target.allCases.map(\.rawValue).joined(separator: " ")
    fatalError("FUZZ_TARGET names none of: \(names)")
  }
  return target
}()
