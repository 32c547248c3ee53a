import HeedDesk
import HeedModel
import HeedTopics

extension Call {
  func heard() async throws -> Answer {
    let shown = HeardFilter(
      network: named("network").map { NetworkName($0) }, topic: named("topic").flatMap { ID($0) },
      kind: named("kind").flatMap { Reading.Kind(rawValue: $0) },
      tone: named("tone").flatMap { Reading.Tone(rawValue: $0) }, language: named("language"),
      direction: named("direction").flatMap { Direction(rawValue: $0) })
    let wanted = HeedModel.HeardFilter(
      network: shown.network, direction: shown.direction, language: shown.language,
      kind: shown.kind, tone: shown.tone, topic: shown.topic)
    let viewer = try viewer
    let found = try await desk.heard(wanted, pageRequest(), for: viewer)
    let volume = try await desk.volume(wanted, for: viewer)
    // They are of everything, or of one topic: beside another filter they would say what is not there.
    let isWhole = shown.isEmpty
    let rising = isWhole ? try await desk.rising().map { Rising($0) } : []
    let spikes =
      isWhole ? try await desk.standingSpikes(for: viewer).map { SpikeRow($0, in: page) } : []
    let (topics, sources) = try await desk.record.read { (try $0.topics(), try $0.sources()) }
    let languages = Set(found.rows.compactMap { $0.post.reading.language ?? $0.post.language })
    return .page(
      HeardScreen(
        rows: found.rows.map { row in
          var heard = HeardRow(row, in: page)
          heard.isCorrectable = row.post.direction != .ours && row.post.removedAt == nil
          heard.reasons = row.post.reading.isSaid ? nil : desk.reasons(of: row.post)
          heard.isReadByThem = row.post.reading.isByThem
          return heard
        }, filter: shown,
        choices: Choices(
          networks: Set(sources.map(\.network)).sorted(),
          topics: topics.map { TopicName(id: $0.id, name: $0.name) },
          languages: languages.union([shown.language].compactMap { $0 }).sorted()),
        volume: Volume(volume, step: .hours(1)), rising: rising, spikes: spikes, next: found.next,
        hasSources: !sources.isEmpty))
  }

  func named(_ name: String) -> String? { query[name].flatMap { $0.isEmpty ? nil : $0 } }
}

/// Languages offered before anything else is known; those met besides are added.
enum Languages {
  static let common = [
    "ar", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja",
    "ko", "nl", "no", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh",
  ]
}

extension Who {
  init(_ row: PostRow, in page: PageContext) { self.init(row.author, in: page.words) }

  init(_ handle: Handle?, in page: PageContext) { self.init(handle, in: page.words) }

  /// Of who was erased it is said that they were.
  init(_ handle: Handle?, in words: Words) {
    let isErased = handle?.isErased ?? false
    self.init(
      name: isErased ? words.rights.erasedSomebody : handle?.name ?? "",
      address: handle?.address ?? "",
      face: handle.flatMap { $0.picture == nil ? nil : $0.id }, isBot: handle?.isBot ?? false)
    self.isErased = isErased
  }
}

extension PageContext {
  /// What somebody is called, to stand in a sentence.
  func name(of handle: Handle?) -> String {
    guard let handle else { return words.talk.somebody }
    if handle.isErased { return words.talk.erased }
    let name = Who(handle, in: self).name
    return name.isEmpty ? words.talk.somebody : name
  }
}

extension HeardRow {
  init(_ row: PostRow, in page: PageContext) {
    let post = row.post
    self.init(
      post: post.id, who: Who(row, in: page), network: post.network,
      words: post.preview(limit: 280),
      warning: post.warning, at: post.publishedAt, direction: post.direction,
      kinds: post.reading.kinds, language: post.reading.language ?? post.language,
      conversation: row.state == nil ? nil : post.conversation, address: post.address)
    isOurs = row.author?.isOurs ?? false
  }
}

extension Post {
  /// Title and words in a line or two.
  func preview(limit: Int) -> String { preview(of: text, limit: limit) }

  /// The same of what is said to us: that it is said to us needs no line of its own.
  func previewToUs(limit: Int) -> String { preview(of: text.withoutAddressees, limit: limit) }

  private func preview(of text: RichText, limit: Int) -> String {
    let words = text.preview(limit: limit)
    guard let title, !title.isEmpty else { return words }
    return words.isEmpty ? title : "\(title) · \(words)"
  }
}

extension Volume {
  init?(_ points: [VolumePoint], step: Duration) {
    guard let first = points.first else { return nil }
    self.init(
      from: first.from, step: step, counts: points.map(\.count),
      positive: points.map(\.positive), negative: points.map(\.negative))
  }
}

extension QueryError {
  init(_ error: TopicQueryError, query: String) {
    self.init(
      query: query, offset: error.range.lowerBound, length: error.range.count,
      text: Message(error.wording), repair: error.repair)
  }
}
