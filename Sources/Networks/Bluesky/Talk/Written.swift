import Foundation
import HeedModel
import HeedNetwork

/// A message as the network wants it
/// (https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json).
struct WrittenPost: Sendable {
  var text: String
  var facets: [[String: any Sendable]] = []
  var labels: [String] = []
  var languages: [String] = []
  var reply: (root: StrongReference, parent: StrongReference)?
  var embed: [String: any Sendable]?

  /// What the network knows as labels becomes one; other words of warning stand before the text, for nobody there would
  /// show them otherwise.
  init(_ message: OutgoingMessage) {
    (labels, text) = Self.warning.parted(message.warning ?? "", from: message.text)
    languages = [message.language].compactMap { $0 }
  }

  static let warning = WarningInText(labels: SelfLabel.known, before: "CW: ", after: "\n\n")

  func record(at now: Instant) -> [String: any Sendable] {
    var record: [String: any Sendable] = [
      "$type": Collection.post, "text": text, "createdAt": Self.text(of: now),
    ]
    if !facets.isEmpty { record["facets"] = facets }
    if !languages.isEmpty { record["langs"] = languages }
    if let reply { record["reply"] = ["root": reply.root.json, "parent": reply.parent.json] }
    if let embed { record["embed"] = embed }
    if !labels.isEmpty {
      record["labels"] =
        [
          "$type": "com.atproto.label.defs#selfLabels", "values": labels.map { ["val": $0] },
        ] as [String: any Sendable]
    }
    return record
  }

  static func text(of instant: Instant) -> String {
    Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000)
      .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}

/// One wording of a record, by its address and by what it holds.
struct StrongReference: Sendable, Equatable {
  var address: String
  var cid: String

  var json: [String: any Sendable] { ["uri": address, "cid": cid] }
}

extension BlueskyNetwork {
  /// The facets of a text. A name that nobody has stays plain words.
  func facets(of text: String) async throws -> [[String: any Sendable]] {
    var facets: [[String: any Sendable]] = []
    var known: [String: String?] = [:]
    for (range, what) in FacetFinder(text).found.prefix(100) {
      let feature: [String: any Sendable]
      switch what {
      case .link(let address):
        feature = ["$type": "app.bsky.richtext.facet#link", "uri": address]
      case .tag(let tag): feature = ["$type": "app.bsky.richtext.facet#tag", "tag": tag]
      case .handle(let handle):
        if known[handle] == nil { known[handle] = .some(try await did(ofNamed: handle)) }
        guard let did = known[handle] ?? nil else { continue }
        feature = ["$type": "app.bsky.richtext.facet#mention", "did": did]
      }
      facets.append([
        "index": ["byteStart": range.lowerBound, "byteEnd": range.upperBound],
        "features": [feature],
      ])
    }
    return facets
  }

  /// Whoever is named is told of it, so a failure to ask is one: it goes out later rather than to nobody. A name that
  /// nobody has, or that its domain gives to several at once, is words like others.
  private func did(ofNamed handle: String) async throws -> String? {
    do {
      return try await identities.did(of: handle)
    } catch let error as NetworkError where error.kind == .gone || error.kind == .refused {
      return nil
    }
  }
}
