import HeedDesk
import HeedModel

extension Call {
  func topics() async throws -> Answer {
    let viewer = try viewer
    let since = page.now - .days(30)
    let (topics, counts) = try await desk.record.read {
      (try $0.topics(), try $0.topicCounts(since: since, for: viewer))
    }
    return .page(
      TopicsScreen(
        rows: topics.map {
          TopicRow(id: $0.id, name: $0.name, query: $0.query, matches: counts[$0.id] ?? 0)
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
        preview: try await preview(topic.query)))
  }

  /// What a query would catch, while somebody types it.
  func previewTopic() async throws -> Answer {
    let query = query["q"] ?? ""
    return .fragment(try await preview(query).html(in: page))
  }

  private func preview(_ query: String) async throws -> TopicPreview {
    guard !query.allSatisfy(\.isWhitespace) else { return TopicPreview() }
    let tried = try await desk.tryTopic(
      query, for: viewer, page: PageRequest(limit: 200))
    if let error = tried.error {
      return TopicPreview(error: QueryError(error, query: query))
    }
    let since = page.now - .days(30)
    let recent = tried.posts.rows.filter { $0.post.publishedAt >= since }
    return TopicPreview(
      explanation: tried.explanation, rows: tried.posts.rows.prefix(8).map { HeardRow($0) },
      // More than a page is not counted to its end while somebody types.
      matches: tried.posts.next == nil || recent.count < tried.posts.rows.count
        ? recent.count : nil,
      volume: Volume.daily(recent.map(\.post.publishedAt), now: page.now))
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
    let volume = try await desk.volume(
      HeedModel.HeardFilter(topic: topic.id, spam: true), hours: 48, for: viewer)
    let tried = try await desk.tryTopic(topic.query, for: viewer, page: PageRequest(limit: 1))
    return .page(
      TopicScreen(
        id: topic.id, name: topic.name, query: topic.query, explanation: tried.explanation,
        addedBy: names.first { $0.id == topic.addedBy }?.name, addedAt: topic.addedAt,
        rows: rows.rows.map { HeardRow($0) }, volume: Volume(volume, step: .hours(1)),
        matches: counts[topic.id] ?? 0))
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
