import HeedDesk
import HeedModel

extension Call {
  func topics() async throws -> Answer {
    let viewer = try viewer
    let since = page.now - .days(30)
    let (topics, counts) = try await desk.record.read {
      (try $0.topics(), try $0.topicCounts(since: since, for: viewer))
    }
    let voice = try await desk.shareOfVoice()
    return .page(
      TopicsScreen(
        rows: topics.map {
          TopicRow(
            id: $0.id, name: $0.name, query: $0.query, matches: counts[$0.id] ?? 0,
            share: voice.percent(of: $0.id))
        }))
  }

  func newTopic() async throws -> Answer {
    let query = query["q"] ?? ""
    return .page(TopicFormScreen(query: query, preview: try await preview(query)))
  }

  func changeTopic() async throws -> Answer {
    let topic = try await standing()
    return .page(
      TopicFormScreen(
        id: topic.id, name: topic.name, query: topic.query,
        preview: try await preview(topic.query, besides: topic.id)))
  }

  /// What a query would catch, while somebody types it.
  func previewTopic() async throws -> Answer {
    let query = query["q"] ?? ""
    return .fragment(try await preview(query).html(in: page))
  }

  private func preview(_ query: String, besides topic: ID<Topic>? = nil) async throws
    -> TopicPreview
  {
    guard !query.allSatisfy(\.isWhitespace) else { return TopicPreview() }
    let tried = try await desk.tryTopic(
      query, for: viewer, page: PageRequest(limit: 200), besides: topic, isSuggesting: true)
    if let error = tried.error {
      return TopicPreview(error: QueryError(error, query: query))
    }
    let since = page.now - .days(30)
    let recent = tried.posts.rows.filter { $0.post.publishedAt >= since }
    let looked = tried.posts.lookedBackTo.flatMap { $0 >= since ? $0 : nil }
    var preview = TopicPreview(
      explanation: tried.explanation,
      rows: tried.posts.rows.prefix(8).map { HeardRow($0, in: page) },
      // More than a page is not counted to its end while somebody types.
      matches: looked != nil
        ? nil
        : .of(
          recent.map(\.post.publishedAt),
          goesOn: tried.posts.next != nil && tried.posts.lookedBackTo == nil
            && recent.count == tried.posts.rows.count, now: page.now),
      volume: Volume.daily(recent.map(\.post.publishedAt), now: page.now))
    preview.asked = query
    preview.since = looked.map { ($0, recent.count, tried.posts.next) }
    preview.suggestions = tried.suggestions
    preview.overlaps = tried.overlaps.prefix(3).map {
      (TopicName(id: $0.topic.id, name: $0.topic.name), $0.posts)
    }
    return preview
  }

  func saveTopic(_ id: ID<Topic>?) async throws -> Answer {
    do {
      let saved = try await desk.saveTopic(
        id, name: form[.name], query: form[.query], by: viewer)
      return .see(.topic(saved), .topicSaved)
    } catch let problem as Problem where problem.code == .invalid {
      return .page(
        TopicFormScreen(
          id: id, name: form[.name], query: form[.query],
          preview: try await preview(form[.query]), problem: problem), status: 422)
    }
  }

  func topic() async throws -> Answer {
    let topic = try await standing()
    let viewer = try viewer
    let since = page.now - .days(30)
    let request = pageRequest(limit: 30)
    let (rows, counts, names) = try await desk.record.read {
      (
        try $0.matches(of: topic.id, request, for: viewer),
        try $0.topicCounts(since: since, for: viewer), try $0.members()
      )
    }
    let narrowed = HeardFilter(
      network: named("network").map { NetworkName($0) },
      kind: named("kind").flatMap { Reading.Kind(rawValue: $0) }, language: named("language"))
    let trend = try await desk.trend(
      of: topic.id,
      narrowed: HeedModel.HeardFilter(
        network: narrowed.network, language: narrowed.language, kind: narrowed.kind))
    let rising = try await desk.rising(in: topic.id)
    let spikes = try await desk.standingSpikes(of: topic.id, for: viewer)
    let tried = try await desk.tryTopic(topic.query, for: viewer, page: PageRequest(limit: 1))
    var screen = TopicScreen(
      id: topic.id, name: topic.name, query: topic.query, explanation: tried.explanation,
      addedBy: names.first { $0.id == topic.addedBy }?.name, addedAt: topic.addedAt,
      rows: rows.rows.map { HeardRow($0, in: page) }, volume: Volume(trend.days, step: .days(1)),
      rising: rising.map { Rising($0) }, spikes: spikes.map { SpikeRow($0, in: page) },
      places: trend.networks.map {
        Share(name: page.title(of: NetworkName($0.name)), value: $0.name, posts: $0.posts)
      },
      languages: trend.languages.map {
        Share(
          name: $0.name.isEmpty
            ? page.words.heard.trend.unknownLanguage : page.words.name(of: $0.name),
          value: $0.name, posts: $0.posts)
      },
      kinds: trend.kinds.compactMap { share in
        Reading.Kind(rawValue: share.name).map {
          Share(name: page.words.name(of: $0), value: share.name, posts: share.posts)
        }
      }, matches: counts[topic.id] ?? 0)
    screen.narrowed = narrowed
    screen.earlier = trend.earlier
    screen.hasOlder = rows.next != nil
    screen.past = try await desk.record.read { try $0.past(of: topic.id) }
    return .page(screen)
  }

  /// What the plot of a topic shows, for a table of one's own.
  func topicCounts() async throws -> Answer {
    let topic = try await standing()
    let trend = try await desk.trend(of: topic.id)
    let lines = trend.days.map { point in
      let day = SpokenTime.machine(point.from).prefix(10)
      return "\(day),\(point.count),\(point.positive),\(point.negative)"
    }
    let table = (["day,posts,positive,negative"] + lines).joined(separator: "\r\n") + "\r\n"
    return .download(Array(table.utf8), type: "text/csv; charset=utf-8")
  }

  func confirmTopic() async throws -> Answer {
    let topic = try await standing()
    return .page(ConfirmScreen(subject: .topic(topic.id, name: topic.name)))
  }

  func deleteTopic() async throws -> Answer {
    try await desk.removeTopic(id(), by: viewer)
    return .see(.topics, .topicRemoved)
  }

  private func standing() async throws -> Topic {
    let id: ID<Topic> = try id()
    guard let topic = try await desk.record.read({ try $0.topic(id) }), topic.removedAt == nil
    else { throw Problem(.notFound, said: page.words.errors.notFoundText) }
    return topic
  }
}

extension Volume {
  /// Counts by day over the last 30.
  static func daily(_ instants: [Instant], now: Instant) -> Volume {
    let day: Int64 = 86_400_000
    let last = now.milliseconds / day
    var counts = Array(repeating: 0, count: 30)
    for instant in instants {
      let back = Int(last - instant.milliseconds / day)
      if counts.indices.contains(back) { counts[29 - back] += 1 }
    }
    return Volume(
      from: Instant(milliseconds: (last - 29) * day), step: .days(1), counts: counts)
  }
}

extension Rising {
  init(_ word: RisingWord) {
    self.init(word: word.word, posts: word.posts, usual: Int(word.usual.rounded()))
  }
}

extension SpikeRow {
  init(_ told: ToldSpike, in page: PageContext) {
    let spike = told.spike
    self.init(
      id: spike.id,
      topic: spike.topic.flatMap { id in told.name.map { TopicName(id: id, name: $0) } },
      at: spike.beganAt, posts: spike.posts, usual: Int(spike.usual.rounded()),
      words: told.words.map(\.word), first: told.first.map { HeardRow($0, in: page) })
  }
}
