import ArgumentParser
import Foundation
import HeedDesk
import HeedModel
import HeedNetwork
import HeedWeb
import PracticeNetwork

/// A desk that already lives, to look at and to learn on.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a desk that already lives: invented people write, answer and react.",
    discussion: "Everything is kept in the data folder and can be thrown away with it.")

  @OptionGroup var options: ConfigurationOptions
  @Option(help: "The same seed tells the same story.") var seed: UInt64 = 7
  @Option(help: "How much faster than life people live.") var pace: Double = 8

  func run() async throws {
    var configuration = try await options.load()
    if options.data == nil { configuration.values["data"] = "data/demo" }
    try FileManager.default.createDirectory(
      atPath: configuration.data, withIntermediateDirectories: true)
    let service = try PracticeService(
      settings: PracticeSettings(seed: seed, pace: pace, history: .hours(9)), clock: SystemClock(),
      journal: PracticeJournal(path: configuration.data + "/practice.jsonl"))
    let composition = try await Composition(
      configuration, practice: PracticeNetwork(service: service), alone: true)
    let desk = composition.desk
    let isNew = try await !desk.record.read { try $0.isSetUp() }
    if isNew { try await DemoDesk(desk: desk).fill() }
    let address = configuration.address
    try await composition.run(
      besides: isNew ? [DemoColleagues(desk: desk, logger: composition.logger)] : []
    ) {
      Terminal.say("The demonstration is open at \(address)")
      Terminal.say("Sign in as \(DemoDesk.email) with the password: \(DemoDesk.password)")
    }
  }
}

/// Three invented members and what they listen to.
struct DemoDesk {
  static let email = "alicia@cornerbikes.example"
  /// Known to everybody: a demonstration has nothing to keep.
  static let password = "corner bikes demo"

  let desk: Desk

  func fill() async throws {
    let alicia = try await desk.addMember(
      name: "Alicia Lund", email: Self.email, password: Self.password, role: .lead)
    for (name, email) in [
      ("Sam Okoro", "sam@cornerbikes.example"), ("Ola Nowak", "ola@cornerbikes.example"),
    ] {
      _ = try await desk.addMember(
        name: name, email: email, password: Self.password, role: .member)
    }
    let viewer = Viewer(member: alicia.id, role: .lead)
    var settings = try await desk.settings()
    settings.organisation = "Corner Bikes"
    settings.contact = Self.email
    try await desk.save(settings, by: viewer)
    _ = try await desk.saveTopic(
      nil, name: "Corner Bikes", query: "\"corner bikes\" OR #cornerbikes", by: viewer)
    let practice = PracticeNetwork.name
    let (_, sealed) = try await desk.beginSignIn(practice, server: "practice", by: viewer)
    let account = try await desk.finishSignIn(
      practice, sealed: sealed, answer: .token(""), lending: false, by: viewer)
    let members = try await desk.record.read { try $0.members() }
    try await desk.change(
      account, custom: .initials, answerers: members.map(\.id), by: viewer)
    for offer in await desk.offers(for: "cornerbikes")
    where offer.network == practice && offer.kind == "tag" {
      _ = try await desk.add(offer, by: viewer)
    }
  }
}
