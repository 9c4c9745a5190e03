import Foundation

// fuzz targets                          the names of the targets
// fuzz seeds TARGET ROOT FOLDER [CORPUS] writes the seeds of a target
// fuzz TARGET [libFuzzer's arguments]    tries a target

/// libFuzzer's loop, for programs that have a `main` of their own.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "targets":
  for target in FuzzTarget.allCases { print(target.rawValue) }
case "seeds":
  let words = Array(arguments.dropFirst())
  guard words.count >= 3, let target = FuzzTarget(rawValue: words[0]) else {
    fatalError("seeds TARGET ROOT FOLDER [CORPUS]")
  }
  let seeds = Seeds(root: words[1], corpus: words.count > 3 ? words[3] : nil).inputs(for: target)
  for (number, seed) in seeds.enumerated() {
    try Data(seed).write(to: URL(fileURLWithPath: "\(words[2])/seed-\(number)"))
  }
case let name?:
  guard let target = FuzzTarget(rawValue: name) else { fatalError("no target `\(name)`") }
  chosen = target
  var rest: [UnsafeMutablePointer<CChar>?] =
    [strdup(CommandLine.arguments[0])] + arguments.dropFirst().map { strdup($0) }
  var count = CInt(rest.count)
  rest.append(nil)
  let code = rest.withUnsafeMutableBufferPointer { words in
    var start = words.baseAddress!
    return runFuzzer(&count, &start) { bytes, count in
      let input = Array(UnsafeBufferPointer(start: bytes, count: count))
      if let complaint = chosen?.complaint(about: input) { fatalError(complaint) }
      return 0
    }
  }
  exit(code)
case nil: fatalError("no target is given")
}
