public import HeedModel

/// Who saw a mistake of ours in a post, and who saw what mended it.
public struct MistakeExposure: Sendable {
  /// Of the wrong words: since they were said until they were mended or gone; until now while they stand.
  public var wrong: Exposure
  /// Of what mended it, since then; `nil` while it is not mended, and where it was mended by hand.
  public var right: Exposure?

  public init(wrong: Exposure, right: Exposure? = nil) {
    self.wrong = wrong
    self.right = right
  }

  /// People who surely saw both.
  public var both: Int { right.map { wrong.surelyBoth(with: $0) } ?? 0 }
}

extension Desk {
  /// - Returns: `nil` for what stood on a page: nobody counts its readers for us, and nobody is named.
  func exposure(of story: MistakeStory, in post: Post?, by viewer: Viewer) async throws
    -> MistakeExposure?
  {
    guard let post else { return nil }
    let ends = [story.fixedAt, post.removedAt].compactMap { $0 }.min()
    let wrong = try await exposure(of: post.id, until: ends, by: viewer)
    return MistakeExposure(wrong: wrong, right: try await mended(story, post, by: viewer))
  }

  /// An edit is seen where the wrong words stood, anything else in a post of its own.
  private func mended(_ story: MistakeStory, _ post: Post, by viewer: Viewer) async throws
    -> Exposure?
  {
    guard let fixedAt = story.fixedAt, let main = story.main else { return nil }
    switch main.way {
    case .edit: return try await exposure(of: post.id, from: fixedAt, by: viewer)
    case .reply, .apologise, .delete:
      guard let said = main.sending?.post else { return nil }
      do {
        return try await exposure(of: said, by: viewer)
      } catch let problem as Problem where problem.code == .notFound {
        // It was said where this member does not see it, or is gone from the record.
        return nil
      }
    case .byHand: return nil
    }
  }
}
