/// The target of this run, for the function that libFuzzer calls and that can capture nothing.
nonisolated(unsafe) var chosen: FuzzTarget?
