import ArgumentParser
import PedigreeKit

// The lists of formats stand beside what writes them; here they only become options.
extension ReportFormat: ExpressibleByArgument {}
extension FailLevel: ExpressibleByArgument {}
extension Stance: ExpressibleByArgument {}
extension TextFormat: ExpressibleByArgument {}
extension ComparisonFormat: ExpressibleByArgument {}
extension ReviewFormat: ExpressibleByArgument {}
extension ImpactFormat: ExpressibleByArgument {}
extension GraphFormat: ExpressibleByArgument {}
extension AdviceFormat: ExpressibleByArgument {}
extension SolutionFormat: ExpressibleByArgument {}
extension ScenarioFormat: ExpressibleByArgument {}

// Words of the manifest that `ask` takes as options.
extension ReleaseForm: ExpressibleByArgument {}
extension Acquisition.Acceptor: ExpressibleByArgument {}
extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
