import ArgumentParser
import DoubleServing
import Foundation
import HeedNetwork
import HeedTesting

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a made-up server of the AT Protocol on 127.0.0.1.")

  @Option(help: "Port for HTTPS on 127.0.0.1.") var port: Int
  @Option(help: "Port for its control, plain HTTP on 127.0.0.1.") var control: Int
  @Option(help: "File with its certificate, as PEM.") var certificate: String
  @Option(help: "File with the certificate's key, as PEM.") var key: String

  func run() async throws {
    let double = BlueskyDouble(host: "127.0.0.1:\(port)", clock: RealClock())
    try await DoubleServing(port: port, control: control, certificate: certificate, key: key).run(
      answer: { double.handle($0) },
      obey: { try JSONDecoder().decode(Order.self, from: $0).obey(double).rendered })
  }
}

/// What a test wants; which fields count depends on `act`. One `POST` an order, JSON in and out.
private struct Order: Decodable {
  struct Unknown: Error, CustomStringConvertible {
    var description: String
  }

  var act: String
  var handle: String?
  var name: String?
  var person: String?
  var text: String?
  var parent: String?
  var to: String?

  func obey(_ double: BlueskyDouble) throws -> JSONValue {
    switch act {
    case "person": return ["id": .text(double.person(try needed(handle), name: name ?? ""))]
    case "password": return ["password": .text(double.appPassword(of: try needed(person)))]
    case "say":
      return [
        "uri": .text(double.post(by: try needed(person), try needed(text), inReplyTo: parent))
      ]
    case "message":
      double.message(from: try needed(person), to: try needed(to), try needed(text))
      return [:]
    case "accepted":
      return .list(
        double.journal.map { message in
          [
            "uri": .text(message.address), "text": .text(message.text),
            "private": .flag(message.isPrivate), "parent": JSONValue(message.parent),
            "root": JSONValue(message.root),
            "languages": .list(message.languages.map { .text($0) }),
          ]
        })
    case "requests":
      return .list(double.requests.map { .text("\($0.method.rawValue) \($0.address)") })
    default: throw Unknown(description: "“\(act)” is nothing that can be asked for.")
    }
  }

  private func needed(_ value: String?) throws -> String {
    guard let value else { throw Unknown(description: "\(act) needs more.") }
    return value
  }
}
