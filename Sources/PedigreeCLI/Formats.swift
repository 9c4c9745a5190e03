import ArgumentParser
import PedigreeKit

// The lists of formats stand beside what writes them; here they only become options.
extension ReportFormat: ExpressibleByArgument {}
extension FailLevel: ExpressibleByArgument {}
extension Stance: ExpressibleByArgument {}
extension TextFormat: ExpressibleByArgument {}
extension ComparisonFormat: ExpressibleByArgument {}
extension ReviewFormat: ExpressibleByArgument {}
extension GraphFormat: ExpressibleByArgument {}
