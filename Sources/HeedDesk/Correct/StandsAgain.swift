import HeedModel

extension Desk {
  /// The words of a post of ours changed. Where what was marked wrong and mended stands in it once more, the mistake is open
  /// again: by whatever way they came back, an edit from here or one where it stands.
  /// - Parameters:
  ///   - before: what it said until now; what stood in it all along was mended in another way.
  ///   - editor: who changed it here; `nil` where the place told of it, then it is said by the desk alone.
  func reopen(
    in post: Post, before: RichText, by editor: ID<Member>?, now: Instant, _ tx: any RecordWriting
  ) throws {
    guard post.direction == .ours, post.text != before else { return }
    for story in try tx.stories(of: try tx.mistakes(of: post.id)) where story.state == .fixed {
      let mistake = story.mistake
      // Where nobody marked any words, all of those that stood there are meant.
      let said = try mistake.said.isEmpty ? wording(of: mistake, in: post.id, tx) : mistake.said
      guard Self.stands(said, in: post.text.plain), !Self.stands(said, in: before.plain) else {
        continue
      }
      try reopen(mistake, words: "", by: editor ?? mistake.member, now: now, tx)
    }
  }

  /// A post of ours was taken away, here or where it stood. Mistakes that it alone mended are open again: nobody reads there
  /// any more what was right. Where the wrong words went with it, or stand no longer, it is mended all the same; where they
  /// were taken away and it was this post that said so, it is said nowhere now.
  /// - Parameter remover: who took it away here; `nil` where the place told of it.
  func reopen(
    withoutFix post: Post, by remover: ID<Member>?, now: Instant, _ tx: any RecordWriting
  ) throws {
    guard post.direction == .ours else { return }
    for fix in try tx.corrections(deliveredAs: [post.id]) {
      guard let wrong = fix.post,
        let mistake = try tx.mistakes(of: wrong).first(where: { $0.id == fix.mistake })
      else { continue }
      let story = try tx.story(of: mistake)
      guard story.state == .fixed,
        try fix.way == .delete || tx.posts([wrong]).first?.removedAt == nil
      else { continue }
      let others = story.current.filter { $0.id != fix.id && $0.doneSince != nil }
      let standing = try tx.posts(others.compactMap { $0.sending?.post })
        .filter { $0.removedAt == nil }.map(\.id)
      let isMended = others.contains { $0.sending?.post.map(standing.contains) ?? true }
      guard !isMended else { continue }
      try reopen(mistake, words: "", by: remover ?? mistake.member, now: now, tx)
    }
  }

  /// What the post said when it was marked.
  private func wording(of mistake: Mistake, in post: ID<Post>, _ tx: any RecordReading) throws
    -> String
  {
    let later = try tx.revisions(of: [post]).filter { $0.replacedAt >= mistake.markedAt }
    return later.min { $0.replacedAt < $1.replacedAt }?.text.plain ?? ""
  }

  /// Fewer words than are looked for elsewhere do here: it is the very post in which they were marked.
  static func stands(_ said: String, in text: String) -> Bool {
    if let wrong = WrongWords(said) { return wrong.stand(in: text) }
    let words = SameWords(said)
    return !words.isEmpty && words.stand(in: SameWords(text))
  }
}
