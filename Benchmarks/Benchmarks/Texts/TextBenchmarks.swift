import Benchmark
import PedigreeKit

/// Millions of bytes of the files, for each second of processor time.
private let speed = BenchmarkMetric.custom("MB/s", polarity: .prefersLarger, useScalingFactor: false)

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [speed, .cpuUser, .wallClock, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(30),
    maxIterations: 10)
  let texts = SampleTexts.find()

  /// Measures one pass over all texts, from the bytes of a file to the result.
  @Sendable func pass<Result>(_ benchmark: Benchmark, _ body: (ReadableText) -> Result) {
    let start = ProcessorTime.now
    benchmark.startMeasurement()
    for file in texts.files { blackHole(body(ReadableText.read(file))) }
    benchmark.stopMeasurement()
    benchmark.measurement(speed, Int(Double(texts.size) / 1_000_000 / (ProcessorTime.now - start)))
  }

  Benchmark("read, \(texts.name)") { benchmark in
    pass(benchmark) { $0 }
  }

  Benchmark("identify, \(texts.name)") { benchmark in
    let identifier = Library().texts.identifier
    pass(benchmark) { identifier.identify($0) }
  }

  Benchmark("parse, \(texts.name)") { benchmark in
    let reader = try Library().reader()
    pass(benchmark) { reader.read($0) }
  }

  // Start-up is part of it: a run checks one release.
  Benchmark(
    "check, a sample", configuration: .init(metrics: [.cpuUser, .wallClock, .peakMemoryResident], maxIterations: 100)
  ) { _ in
    blackHole(
      try Library().check("\(SampleTexts.repository)/samples/r1-distill-done-right", today: CalendarDate("2025-03-01")))
  }
}
