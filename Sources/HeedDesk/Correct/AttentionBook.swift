import HeedModel
import Synchronization

/// Rules of attention that were fitted to the desk's own counters, for a while: they change slowly, and a fit reads many
/// samples.
final class AttentionBook: Sendable {
  static let keeps = Duration.minutes(10)

  private let fitted = Mutex<[NetworkName: (rule: AttentionRule, at: Instant)]>([:])

  func rule(on network: NetworkName, now: Instant) -> AttentionRule? {
    fitted.withLock { fitted in
      guard let known = fitted[network], now - known.at < Self.keeps, known.at <= now else {
        return nil
      }
      return known.rule
    }
  }

  func keep(_ rule: AttentionRule, on network: NetworkName, now: Instant) {
    fitted.withLock { $0[network] = (rule, now) }
  }
}

extension Desk {
  /// Samples that a fit reads at most: the last two or three hundred posts.
  static let fittedSamples = 2_400

  /// How attention goes on a network: as a lead said, else fitted to the desk's own counters where there are enough, else
  /// as published.
  func attentionRule(on network: NetworkName) async throws -> AttentionRule {
    let published = AttentionRule.published(on: network)
    if var changed = try await record.read({ try $0.attentionRules()[network] }) {
      changed.source = published.source
      return changed
    }
    let now = clock.now()
    if let known = attentionBook.rule(on: network, now: now) { return known }
    let views = try await record.read {
      try $0.countedViews(on: network, limit: Self.fittedSamples)
    }
    let rule = published.fitted(to: CountedPost.all(views))
    attentionBook.keep(rule, on: network, now: now)
    return rule
  }
}

extension CountedPost {
  /// Samples of one post stand together.
  static func all(_ views: [CountedView]) -> [CountedPost] {
    let posts = Dictionary(grouping: views, by: \.count.post)
    return posts.sorted { $0.key < $1.key }.compactMap { id, views in
      let counts = views.map(\.count).sorted { $0.at < $1.at }
      guard
        let audience = Audience(
          saidAt: id.instant, answersOthers: views[0].answersOthers, counts: counts, sharedAt: [])
      else { return nil }
      return CountedPost(
        audience: audience,
        views: counts.compactMap { count in count.views.map { Sample(at: count.at, views: $0) } })
    }
  }
}
