import Foundation
import HeedModel
import HeedNetwork
import HeedSQLite
import HeedStore
import HeedTesting
import Logging

@testable import HeedDesk

/// A desk that only listens, with an account of ours, on a fresh record.
struct WeaveDesk {
  static let network = NetworkName("practice")
  static let us = RemoteHandle(remoteID: RemoteID("us"), address: "@us@shop.example", name: "Shop")
  static let now = Instant(seconds: 1_800_000_000)

  let store: Store
  let desk: Desk
  let sources: [Source]

  /// - Parameters:
  ///   - broad: whether the first source carries everything said there.
  ///   - oursSince: since when the first source is a place of ours.
  init(seed: UInt64, broad: Bool = false, oursSince: Instant? = nil) async throws {
    let clock = ManualClock(Self.now)
    let database = try await SQLiteDatabase.ready()
    let store = Store(database: database)
    self.store = store
    desk = Desk(
      record: store, networks: Networks([]), reader: SilentReader(),
      vault: Vault(key: Array(repeating: 7, count: 32)), uploads: NoUploads(), clock: clock,
      randomness: SeededRandomness(seed: seed),
      address: DeskAddress(base: "https://desk.example", isPublic: true),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, passwordCost: .least)
    let maker = Maker()
    let sources = ["one", "two"].map { name -> Source in
      var source = maker.source(name)
      source.isBroad = broad && name == "one"
      source.oursSince = name == "one" ? oursSince : nil
      return source
    }
    self.sources = sources
    var handle = maker.handle(Self.us.name)
    handle.remoteID = Self.us.remoteID
    handle.address = Self.us.address
    handle.isOurs = true
    try await store.write { [handle] tx in
      try tx.insert([handle])
      try tx.insert(maker.account(of: handle))
      for source in sources { try tx.insert(source) }
    }
  }

  func hear(_ events: [RemoteEvent], from source: Int = 0) async throws {
    try await desk.takeIn([Batch(source: sources[source], heard: Heard(events: events))])
  }

  /// What stands in the record of these posts, without numbers, which chance makes.
  func threads(of ids: [RemoteID]) async throws -> Threads {
    try await store.read { tx in
      let posts = try tx.posts(Self.network, remoteIDs: ids)
      let names = Dictionary(posts.map { ($0.id, $0.remoteID.rawValue) }) { $1 }
      let authors = Dictionary(
        try tx.handles(Array(Set(posts.compactMap(\.author)))).map { ($0.id, $0.remoteID.rawValue) }
      ) { $1 }
      let groups = Dictionary(grouping: posts, by: \.conversation)
      var threads = Threads()
      for post in posts {
        threads.posts[post.remoteID.rawValue] = Threads.Post(
          author: post.author.flatMap { authors[$0] } ?? "",
          parent: post.parent.map { names[$0] ?? "a post of no name" } ?? "",
          thread: groups[post.conversation]?.map(\.remoteID.rawValue).min() ?? "",
          direction: post.isPlaceholder ? "" : post.direction.rawValue, words: post.text.plain,
          title: post.title ?? "", isRemoved: post.removedAt != nil,
          editedAt: post.removedAt == nil ? post.editedAt?.milliseconds ?? 0 : 0)
      }
      for (id, group) in groups {
        guard let kept = try tx.conversation(id) else { continue }
        threads.conversations[group.map(\.remoteID.rawValue).min() ?? ""] = Threads.Kept(
          handle: kept.handle.flatMap { authors[$0] } ?? "", isPrivate: kept.isPrivate,
          state: kept.state.rawValue, waitingPost: kept.waitingPost.flatMap { names[$0] } ?? "")
      }
      return threads
    }
  }
}

/// Threads as they stand, in names that are the same in every order.
struct Threads: Sendable, Equatable {
  struct Post: Sendable, Equatable {
    var author: String
    var parent: String
    /// The least name in the same thread.
    var thread: String
    var direction: String
    var words: String
    var title: String
    var isRemoved: Bool
    var editedAt: Int64
  }

  struct Kept: Sendable, Equatable {
    var handle: String
    var isPrivate: Bool
    var state: String
    var waitingPost: String
  }

  var posts: [String: Post] = [:]
  var conversations: [String: Kept] = [:]

  /// Where two differ, for whoever reads a failure.
  func differences(from other: Threads) -> [String] {
    let some = Set(posts.keys).union(other.posts.keys).sorted().filter {
      posts[$0] != other.posts[$0]
    }.map {
      "\($0): \(posts[$0].map { "\($0)" } ?? "-") | \(other.posts[$0].map { "\($0)" } ?? "-")"
    }
    let kept = Set(conversations.keys).union(other.conversations.keys).sorted().filter {
      conversations[$0] != other.conversations[$0]
    }.map {
      "\($0): \(conversations[$0].map { "\($0)" } ?? "-") | \(other.conversations[$0].map { "\($0)" } ?? "-")"
    }
    return some + kept
  }
}

private struct SilentReader: Reader {
  func read(_ text: String, declaredLanguage: String?) -> Reading { Reading() }
}

private struct NoUploads: UploadFolder {
  func write(_ bytes: [UInt8], name: String) async throws {}
  func read(_ name: String) async throws -> [UInt8] { [] }
  func remove(_ name: String) async throws {}
}

/// Chance that is the same in every run with the same seed.
struct WeaveChance: RandomNumberGenerator {
  private let source: SeededRandomness
  init(seed: UInt64) { source = SeededRandomness(seed: seed) }
  mutating func next() -> UInt64 { source.number() }
  mutating func isLucky(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}
