import HeedDesk
import HeedModel

extension Call {
  func readingForm() async throws -> Answer {
    let id: ID<Post> = try id()
    let viewer = try viewer
    let (found, correction) = try await desk.record.read {
      (try $0.post(id, for: viewer), try $0.correction(of: id))
    }
    guard let row = found else {
      throw Problem(.notFound, said: page.words.errors.notFoundText)
    }
    let known = [row.post.reading.language, row.post.language].compactMap { $0 }
      .filter(LanguageTag.isOne)
    return .page(
      ReadingScreen(
        post: id, who: Who(row, in: page), words: row.post.text.preview(limit: 600),
        reading: row.post.reading, reasons: desk.reasons(of: row.post),
        languages: Set(Languages.common).union(known).sorted(),
        conversation: row.state == nil ? nil : row.post.conversation,
        canUndo: correction != nil))
  }

  func correctReading() async throws -> Answer {
    let id: ID<Post> = try id()
    let viewer = try viewer
    let kinds = Set(form.all(.kind).compactMap { Reading.Kind(rawValue: $0) })
    try await desk.correctReading(
      of: id, language: form[.language].isEmpty ? nil : form[.language],
      tone: Reading.Tone(rawValue: form[.tone]), kinds: kinds, by: viewer)
    return try await backToPost(id, viewer, .readingSaved)
  }

  func undoReading() async throws -> Answer {
    let id: ID<Post> = try id()
    let viewer = try viewer
    try await desk.undoReading(of: id, by: viewer)
    return try await backToPost(id, viewer, .readingUndone)
  }

  private func backToPost(
    _ id: ID<Post>, _ viewer: Viewer, _ outcome: Outcome
  ) async throws -> Answer {
    let row = try await desk.record.read { try $0.post(id, for: viewer) }
    guard let row else { return .see(.heard(), outcome) }
    return .see(.conversation(row.post.conversation, at: id), outcome)
  }

  func howWeRead() async throws -> Answer {
    .page(
      HowWeReadScreen(
        quality: try await desk.readingQuality(), languages: desk.readLanguages,
        off: try await desk.settings().readersOff))
  }

  func switchReaders() async throws -> Answer {
    let on = Set(form.all(.reader).compactMap { Reading.Part(rawValue: $0) })
    try await desk.switchReaders(
      off: Set(Reading.Part.allCases).subtracting(on), by: try viewer)
    return .see(.howWeRead, .readersSwitched)
  }
}
