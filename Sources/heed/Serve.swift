import ArgumentParser
import HeedDesk
import HeedWeb

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run the desk.")

  @OptionGroup var options: ConfigurationOptions

  func run() async throws {
    let composition = try await Composition(try await options.load(), alone: true)
    let address = composition.configuration.address
    let token = try await composition.desk.newSetUpToken()
    try await composition.run {
      Terminal.say("The desk is open at \(address)")
      if let token {
        Terminal.say(
          "Set it up, once, within seven days: \(address)\(Route.setUp(token: token).path)")
      }
    }
  }
}
