public import HeedModel

extension Desk {
  /// How a post is read now, and why; for the page on which it is corrected.
  public func reasons(of post: Post) -> ReadingReasons {
    readers.reader.explain(post.wordsToRead, declaredLanguage: post.language)
  }

  /// Languages, BCP 47, of which the reader of each part knows more than telling words.
  public var readLanguages: [Reading.Part: Set<String>] { readers.reader.languages }

  /// What members' corrections say of the readers: every post that somebody told of counts once.
  public func readingQuality() async throws -> ReadingQuality {
    try await record.read { tx in
      var quality = ReadingQuality()
      for correction in try tx.standingCorrections() { quality.count(correction) }
      return quality
    }
  }

  /// Switches parts of the reading off: what is heard from then on has them unknown. What is read already stays.
  public func switchReaders(off: Set<Reading.Part>, by viewer: Viewer) async throws {
    try requireLead(viewer)
    let happened = event(.readersChanged, by: viewer.member)
    try await record.write { tx in
      var settings = try tx.settings()
      guard settings.readersOff != off else { return }
      settings.readersOff = off
      try tx.save(settings)
      try tx.append(happened)
    }
    try await reloadReader()
  }
}
