import HTTPTypes
import HeedDesk
import HeedModel

extension Call {
  /// So many stand beside a conversation.
  private static let othersBeside = 3
  /// So many stand on the page of all.
  private static let othersOnPage = 50

  /// Others who asked alike stand beside a conversation that is opened as a whole.
  func withOthers(_ open: OpenConversation) async throws -> OpenConversation {
    guard headers[.heedLook] == nil, open.person != nil else { return open }
    var open = open
    let others = try await desk.othersAsked(
      likeIn: open.id, limit: Self.othersBeside, for: viewer)
    open.person?.others =
      others.rows.isEmpty && !others.hasMore ? nil : part(others, of: open.id)
    return open
  }

  func othersAsked() async throws -> Answer {
    let view = try await desk.conversation(id(), for: viewer)
    let others = try await desk.othersAsked(
      likeIn: view.conversation.id, limit: Self.othersOnPage, perhaps: true, for: viewer)
    let all = view.posts.filter { $0.post.isTheirWords && $0.post.direction == .toUs }
    let theirs = all.first { $0.post.author == view.speaker } ?? all.first
    return .page(
      OthersAskedScreen(
        others: part(others, of: view.conversation.id), who: view.partner(self).name,
        asked: theirs.map { $0.post.warning ?? $0.post.preview(limit: 200) } ?? ""))
  }

  private func part(_ others: OthersAsked, of id: ID<Conversation>) -> OthersAskedPart {
    OthersAskedPart(
      conversation: id,
      rows: others.rows.map { row in
        OtherWhoAsked(
          conversation: row.conversation.id, post: row.asked.id,
          who: row.asker.map { Who($0, in: page) } ?? Who(name: page.words.talk.somebody),
          network: row.conversation.network, words: row.asked.preview(limit: 120),
          warning: row.asked.warning, at: row.asked.publishedAt, state: row.conversation.state,
          isPrivate: row.conversation.isPrivate || row.asked.visibility.isPrivate)
      }, hasMore: others.hasMore, wishes: others.wishes)
  }
}
