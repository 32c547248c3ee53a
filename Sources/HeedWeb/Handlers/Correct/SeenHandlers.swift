import HeedDesk
import HeedModel

extension Call {
  func seen() async throws -> Answer {
    let id: ID<Post> = try id()
    let viewer = try viewer
    let exposure = try await desk.exposure(of: id, by: viewer)
    let found = try await desk.record.read { tx in
      try tx.post(id, for: viewer).map { ($0, try tx.mistakes(in: [id], for: viewer)) }
    }
    guard let (row, mistakes) = found else {
      throw Problem(.notFound, said: page.words.errors.notFoundText)
    }
    let story = try await desk.stories(of: mistakes.suffix(1)).values.first
    return .page(
      SeenScreen(
        words: row.post.text, conversation: row.post.conversation,
        seen: ExposureView(
          exposure, marks: marks(of: story), numbersBy: try await numbersBy(exposure))))
  }

  private func marks(of story: MistakeStory?) -> [ExposureView.Mark] {
    let words = page.words.seen
    func mark(_ name: String, _ at: Instant) -> ExposureView.Mark {
      ExposureView.Mark(at: at, label: "\(name) \(page.zone.wall(at: at).clock)")
    }
    guard let story else { return [] }
    return [mark(words.noticed, story.mistake.noticedAt)]
      + [story.fixedAt.map { mark(words.fixed, $0) }].compactMap { $0 }
  }

  /// Who gave the numbers of an estimate, by name; `nil` where they are published or fitted ones.
  func numbersBy(_ exposure: Exposure) async throws -> String? {
    guard let change = exposure.estimated?.rule.change else { return nil }
    return try await names()[change.by]?.name
  }

  func attention() async throws -> Answer { .page(try await attentionScreen()) }

  private func attentionScreen(
    typed: AttentionScreen.Typed? = nil, for network: NetworkName? = nil
  ) async throws -> AttentionScreen {
    let names = try await names()
    return AttentionScreen(
      places: try await desk.attention().map { told in
        var place = AttentionScreen.Place(
          network: told.network, rule: told.rule, published: told.published,
          by: told.rule.change.flatMap { names[$0.by]?.name },
          typed: told.network == network ? typed : nil)
        place.tellsFollowers = told.tellsFollowers
        return place
      })
  }

  func saveAttention() async throws -> Answer {
    let network = NetworkName(form[.network])
    let published = AttentionRule.published(on: network)
    let rule = AttentionRule(
      share: spread(.share, over: 100), halfLife: spread(.halfLife, over: 1),
      overlap: spread(.overlap, over: 100), replies: spread(.replies, over: 100),
      source: published.source)
    do {
      try await desk.save(rule, on: network, note: form[.note], by: viewer)
    } catch let problem as Problem where problem.code == .invalid {
      let typed = AttentionScreen.Typed(
        share: form.all(.share), halfLife: form.all(.halfLife), overlap: form.all(.overlap),
        replies: form.all(.replies), note: form[.note], problem: problem)
      return .page(try await attentionScreen(typed: typed, for: network), status: 422)
    }
    return .see(.attention, .saved)
  }

  func forgetAttention() async throws -> Answer {
    try await desk.forgetAttention(on: NetworkName(form[.network]), by: viewer)
    return .see(.attention, .saved)
  }

  /// Three numbers of one name, with a point or a comma; what is none becomes one that is refused.
  private func spread(_ field: FieldName, over whole: Double) -> Spread {
    let numbers = form.all(field).map { text -> Double in
      let plain = text.filter { !$0.isWhitespace }.map { $0 == "," ? "." : String($0) }.joined()
      return (Double(plain) ?? .nan) / whole
    }
    guard numbers.count == 3 else { return Spread(.nan) }
    return Spread(numbers[0], numbers[1], numbers[2])
  }
}
