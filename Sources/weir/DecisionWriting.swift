import ArgumentParser
import Pipeline

/// Runs an attempt to write down what a person decided; a lock that another run holds ends the command
/// with 4.
func writingDecision<Outcome>(_ attempt: () throws -> Outcome) throws -> Outcome {
  do {
    return try attempt()
  } catch let error as WorkspaceLockError {
    Terminal.message(error.description)
    if case .held = error { throw ExitCode(4) }
    throw ExitCode(3)
  } catch let exit as ExitCode {
    throw exit
  } catch {
    throw Failure("\(error)")
  }
}
