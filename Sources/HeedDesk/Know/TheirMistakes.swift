import HeedModel

extension Desk {
  /// What is right in place of what was wrong, as whom it touched may read it: as it was published, else in the words that
  /// mended it.
  static func mended(
    _ story: MistakeStory, for handles: [ID<Handle>], isPublished: Bool, _ tx: any RecordReading
  ) throws -> TheirSide.Mended? {
    guard story.state == .fixed, let fix = story.main else { return nil }
    let mistake = story.mistake
    let says = try words(of: fix, for: handles, tx)
    let stands = try mistake.post.flatMap { try readable($0, handles, tx)?.address }
    let address = says?.address ?? stands ?? mistake.page
    if isPublished, let last = try tx.publishedCorrections(of: mistake.id).last,
      last.kind == .corrected
    {
      return TheirSide.Mended(right: last.right, address: address, published: last.id)
    }
    let right = says?.preview ?? (fix.way == .byHand ? fix.words : "")
    return TheirSide.Mended(right: right, address: address)
  }

  /// The post that says what is right: the wrong one itself, once it is edited, or what answered it.
  private static func words(
    of fix: Correction, for handles: [ID<Handle>], _ tx: any RecordReading
  ) throws -> (preview: String, address: String?)? {
    let post = fix.way == .edit ? fix.post : fix.sending?.post
    guard let post = try post.flatMap({ try readable($0, handles, tx) }) else { return nil }
    return (post.text.withoutAddressees.preview(limit: 400), post.address)
  }

  /// A post that everybody may read, or that they see on their side.
  private static func readable(
    _ id: ID<Post>, _ handles: [ID<Handle>], _ tx: any RecordReading
  ) throws -> Post? {
    guard let post = try tx.posts([id]).first, post.removedAt == nil else { return nil }
    let isPrivate =
      try post.visibility.isPrivate || tx.conversation(post.conversation)?.isPrivate == true
    return isPrivate ? try shown(id, to: handles, tx) : post
  }
}
