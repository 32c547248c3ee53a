import HeedModel
public import HeedNetwork

extension BlueskyNetwork {
  /// The same on every server. Without an account a post's own page is opened, where somebody may answer as themselves.
  ///
  /// 300 user-perceived characters and 3,000 bytes, four pictures of a million bytes:
  /// https://github.com/bluesky-social/atproto/tree/main/lexicons/app/bsky. A change of a record is not shown by the
  /// programs there, so whoever errs corrects by an answer.
  public func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    guard let account else { return Capabilities(reply: .handOff) }
    let mayTalk = account.credentials[Key.messages] == "yes"
    var can = Capabilities(
      reply: .always, length: .graphemesAndBytes(limit: 300, bytes: 3_000), canDelete: true,
      visibilities: mayTalk ? [.public, .private] : [.public], hasWarning: true,
      hasLanguage: true, mediaTypes: ["image/jpeg", "image/png", "image/webp", "image/gif"],
      mediaLimit: 4, mediaBytes: 1_000_000,
      // A post's name stands as long as the post.
      keyLife: .days(365))
    can.warningInText = WrittenPost.warning
    return can
  }
}
