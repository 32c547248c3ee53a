import HeedModel
public import HeedNetwork
import Testing

/// A rule for every network that reads JSON: whatever stands in an answer, the desk goes on.
public enum SpoiltAnswers {
  /// Asks all that a network can tell, with answers spoilt by each seed. It must end, throw nothing but what networks
  /// throw, and tell nothing that the record could not keep.
  /// - Parameters:
  ///   - wire: leads to the far side, which has something to tell.
  ///   - make: the network of `far` over another wire.
  public static func check(
    _ far: some NetworkFixture, over wire: any Wire, seeds: Range<UInt64> = 1..<61,
    make: (any Wire) -> any Network
  ) async throws {
    var said: [RemoteReference] = []
    for text in ["One.", "Two.", "Three."] {
      var parent = said.last
      if parent == nil { parent = try await far.ground() }
      do {
        said.append(try await far.say(text, inReplyTo: parent))
      } catch is NotHere {
        // Nothing is said in answer to something there.
        let ground = try await far.ground()
        said.append(try await far.say(text, inReplyTo: ground))
      }
    }
    for seed in seeds {
      let network = make(SpoilingWire(wire, seed: seed))
      for source in far.sources { await listen(network, source, seed) }
      await tell(seed) { try await network.offers(for: "https://bells.example/") }
      if let network = network as? any Threading {
        await hold(seed) { try await network.thread(around: said[1], as: far.account) }
      }
      if let network = network as? any Rechecking {
        await hold(seed) { try await network.recheck(said, as: far.account) }
      }
      if let network = network as? any Counting {
        await tell(seed) { try await network.counts(of: said, as: far.account) }
      }
    }
  }

  private static func listen(
    _ network: any Network, _ source: ListeningSource, _ seed: UInt64
  ) async {
    var source = source
    for _ in 0..<4 {
      let heard = await tell(seed) { [source] in try await network.listen(to: source) }
      look(heard?.events ?? [], seed)
      source.cursor = heard?.cursor ?? source.cursor
      if let next = heard?.next { #expect(next >= .zero && next <= .days(60), "seed \(seed)") }
      #expect((source.cursor ?? "").utf8.count < 1 << 20, "seed \(seed)")
    }
  }

  private static func hold(
    _ seed: UInt64, _ body: () async throws -> [RemoteEvent]
  ) async {
    look(await tell(seed, body) ?? [], seed)
  }

  @discardableResult
  private static func tell<T>(_ seed: UInt64, _ body: () async throws -> T) async -> T? {
    do {
      return try await body()
    } catch is NetworkError {
      return nil
    } catch {
      Issue.record("\(error), seed \(seed)")
      return nil
    }
  }

  /// What the record could not keep, or a page could not show.
  private static func look(_ events: [RemoteEvent], _ seed: UInt64) {
    for case .post(let post) in events {
      let id: ID<Post> = SeededRandomness(seed: seed).id(at: post.publishedAt)
      #expect(id.instant.milliseconds >= 0, "seed \(seed)")
      #expect(!post.reference.remoteID.rawValue.isEmpty, "seed \(seed)")
      #expect(!post.author.remoteID.rawValue.isEmpty, "seed \(seed)")
      #expect(post.author.name.count <= 1_000, "seed \(seed)")
      for address in [post.reference.address, post.author.page, post.author.picture] {
        let lower = (address ?? "https://").lowercased()
        #expect(lower.hasPrefix("http"), "\(address ?? ""), seed \(seed)")
      }
      _ = post.text.normalised.plain
    }
  }
}
