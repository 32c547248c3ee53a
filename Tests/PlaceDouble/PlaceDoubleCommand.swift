import ArgumentParser
import DoubleServing
import Foundation
import HeedModel
import HeedNetwork
import HeedTesting

/// A made-up forum, Lemmy server, GitHub or Hacker News on 127.0.0.1, for the tests in a browser.
@main
struct PlaceDoubleCommand: AsyncParsableCommand {
  enum Place: String, ExpressibleByArgument {
    case discourse, lemmy3, lemmy4, github, hackernews
  }

  static let configuration = CommandConfiguration(
    commandName: "place-double", abstract: "Run a made-up place on 127.0.0.1. For tests alone.")

  @Option(help: "discourse, lemmy3, lemmy4, github or hackernews.") var place: Place
  @Option(help: "Its name in the world; its address on 127.0.0.1 without.") var name: String?
  @Option(help: "Port for HTTPS on 127.0.0.1.") var port: Int
  @Option(help: "Port for its control, plain HTTP on 127.0.0.1.") var control: Int
  @Option(help: "File with its certificate, as PEM.") var certificate: String
  @Option(help: "File with the certificate's key, as PEM.") var key: String

  func run() async throws {
    let double = double
    let serving = DoubleServing(
      port: port, control: control, certificate: certificate, key: key)
    try await serving.run(
      answer: { request in
        // Whoever does not say who they are is turned away by some of these places.
        guard request.headers.contains(where: { $0.name.lowercased() == "user-agent" }) else {
          return WireResponse(status: 403, address: request.address)
        }
        return double.answer(request)
      },
      obey: { try JSONDecoder().decode(Order.self, from: $0).obeyed(by: double).rendered })
  }

  private var double: any HeldPlace {
    let host = name ?? "127.0.0.1:\(port)"
    let clock = RealClock()
    return switch place {
    case .discourse: DiscourseDouble(host: host, clock: clock)
    case .lemmy3:
      LemmyDouble(.v3, host: host, password: RealRandomness().token(bytes: 12), clock: clock)
    case .lemmy4:
      LemmyDouble(.v4, host: host, password: RealRandomness().token(bytes: 12), clock: clock)
    case .github: GitHubDouble(host: host, clock: clock)
    case .hackernews: HackerNewsDouble(clock: clock)
    }
  }
}
