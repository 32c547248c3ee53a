import ArgumentParser
import Foundation
import HeedModel
import HeedTesting

/// The double of a Mastodon-API server as a process of its own: what a desk talks to over real
/// connections, with a second address by which a test holds it in its hand.
@main
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mastodon-double",
    abstract: "Run a made-up server of the Mastodon API on 127.0.0.1. For tests alone.")

  @Option(help: "Whose manners it has: mastodon, gotosocial, pleroma, snac, …")
  var manner = "mastodon"
  @Option(help: "Port for HTTPS on 127.0.0.1.") var port: Int
  @Option(help: "Port for its control, plain HTTP on 127.0.0.1.") var control: Int
  @Option(help: "File with its certificate, as PEM.") var certificate: String
  @Option(help: "File with the certificate's key, as PEM.") var key: String
  @Option(help: "File for the log of what it accepted, one line of JSON each.")
  var log: String?

  func run() async throws {
    guard let manner = MastodonManner.all.first(where: { $0.name == manner }) else {
      let known = MastodonManner.all.map(\.name).joined(separator: ", ")
      throw ValidationError("No manner is called “\(manner)”. Known are: \(known).")
    }
    let double = MastodonDouble(host: "127.0.0.1:\(port)", manner: manner, clock: RealClock())
    let far = FarSide(double: double, log: try log.map(AcceptedLog.init(path:)))
    let server = Server(far: far)
    try await server.run(port: port, control: control, certificate: certificate, key: key) {
      print("A server of kind \(manner) is open at https://127.0.0.1:\(port)")
      fflush(nil)
    }
  }
}

/// The machine's clock.
struct RealClock: DeskClock {
  func now() -> Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
  func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}
