import ArgumentParser
import FeedsNetwork
import HeedDesk
import HeedModel
import HeedNetwork

/// The feeds that a desk listens to, as feed readers exchange them.
struct FeedList {
  static let network = NetworkName("feeds")
  static let kind = FeedsNetwork.Kind.feed

  let desk: Desk
  var isTrial = false

  /// Each feed becomes a source, at the pace of feeds and without being asked first. One that is there already is left
  /// as it is.
  func take(_ bytes: [UInt8], from file: String) async throws {
    guard let outlines = OPML.parse(bytes) else {
      throw ValidationError("\(file) is no list of feeds (OPML).")
    }
    let sources = try await sources()
    var known = Set(sources.map(\.target))
    var added = 0
    var faults = 0
    let feeds = outlines.flatMap(\.feeds)
    for feed in feeds {
      guard let address = feed.feed, RichText.allows(address: address),
        !address.lowercased().hasPrefix("mailto:")
      else {
        Lines.error("\(file): “\(feed.title)” has no web address and was passed over.")
        faults += 1
        continue
      }
      guard known.insert(address).inserted else { continue }
      added += 1
      if !isTrial { try await add(address, title: feed.title) }
    }
    print(
      "\(file): \(added) feeds \(isTrial ? "would be" : "are now") listened to, "
        + "\(feeds.count - added - faults) were already.")
  }

  func written() async throws -> String {
    let feeds = try await sources().map { OPMLOutline(title: $0.name.english, feed: $0.target) }
    let organisation = try await desk.settings().organisation
    return OPML.write(feeds, title: organisation.isEmpty ? "Feeds" : "\(organisation) – feeds")
  }

  private func sources() async throws -> [Source] {
    try await desk.record.read { try $0.sources() }
      .filter { $0.network == Self.network && $0.account == nil }
  }

  private func add(_ address: String, title: String) async throws {
    let lead = try await desk.record.read { tx in
      try tx.members().first { $0.role == .lead && $0.leftAt == nil }
    }
    guard let lead else {
      throw ValidationError("Nobody leads this desk yet. Set it up first: heed serve.")
    }
    _ = try await desk.add(
      Offer(
        network: Self.network, kind: Self.kind, target: address,
        name: Message(verbatim: title.isEmpty ? address : title), asks: "", can: ""),
      by: Viewer(member: lead.id, role: lead.role))
  }
}
