import ArgumentParser
import BlueskyNetwork
import DoubleServing
import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import HeedWire
import Logging

/// Signs in to a real server with the desk's own parts and over its own way out, writes, looks, takes away, and prints
/// what it knows of that as JSON, for another program to compare.
struct Speak: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Speak with a real server of the AT Protocol.")

  @Option(help: "The server, which is also asked who is who: host:port.") var server: String
  @Option(help: "File with the certificate that it is trusted by, as PEM.") var certificate: String
  @Option(help: "The account's handle.") var handle: String
  @Option(help: "Its password for programs.") var password: String
  @Option(help: "A picture to send.") var picture: String
  @Option(help: "Address of a post to answer.") var answers: String

  func run() async throws {
    let clock = RealClock()
    let wire = HTTPWire(
      configuration: WireConfiguration(
        userAgent: "Heed", allowedHosts: [server],
        trustedCertificates: try String(contentsOfFile: certificate, encoding: .utf8),
        clock: clock, randomness: RealRandomness()),
      logger: Logger(label: "speak") { _ in SwiftLogNoOpLogHandler() })
    let network = BlueskyNetwork(
      wire: wire, clock: clock, randomness: RealRandomness(), jetstream: [], view: server,
      directory: server)
    let step = try await network.begin(
      at: handle, desk: DeskAddress(base: "http://desk.lan", isPublic: false))
    let signedIn = try await network.finish(step, with: .token(password))
    let account = AccountAccess(
      id: ID(1), server: signedIn.server, remoteID: signedIn.handle.remoteID,
      address: signedIn.handle.address, credentials: signedIn.credentials)

    var answer = message("answer", "Grüße 🔔 from @\(handle): https://bells.example/ #Läuten", clock)
    answer.inReplyTo = RemoteReference(remoteID: RemoteID(answers))
    answer.language = "de"
    answer.warning = "nudity"
    let first = try await network.send(answer, as: account)
    let again = try await network.send(answer, as: account)
    let found: String
    switch try await network.find(answer, as: account) {
    case .there(let sent): found = sent.reference.remoteID.rawValue
    case .absent: found = "absent"
    case .cannotTell: found = "cannotTell"
    }

    var shown = message("shown", "Look.", clock)
    let bytes = Array(try Data(contentsOf: URL(filePath: picture)))
    shown.media = [
      try await network.upload(
        OutgoingMedia(bytes: bytes, type: "image/png", alternative: "A bell", key: "m"), as: account
      )
    ]
    let picture = try await network.send(shown, as: account)

    let gone = try await network.send(message("gone", "Never mind.", clock), as: account)
    try await network.delete(gone.reference, as: account)
    try await network.delete(gone.reference, as: account)
    let recheck = try await { () async throws -> Bool in
      if case .absent = try await network.find(message("gone", "Never mind.", clock), as: account) {
        return true
      }
      return false
    }()
    await wire.shutdown()
    let told: JSONValue = [
      "did": .text(account.remoteID.rawValue), "answer": .text(first.reference.remoteID.rawValue),
      "again": .text(again.reference.remoteID.rawValue), "found": .text(found),
      "cid": JSONValue(first.reference.local),
      "picture": .text(picture.reference.remoteID.rawValue),
      "gone": .text(gone.reference.remoteID.rawValue), "isGone": .flag(recheck),
    ]
    print(told.rendered)
  }

  private func message(_ key: String, _ text: String, _ clock: RealClock) -> OutgoingMessage {
    OutgoingMessage(key: key, text: text, writtenAt: Self.written, firstTriedAt: clock.now())
  }

  private static let written = RealClock().now()
}
