import HTTPTypes
import HeedDesk
import HeedModel

extension Call {
  func putAside() async throws -> Answer {
    let found = try await desk.conversations(.putAside, pageRequest(), for: viewer)
    let members = try await names()
    let callers = try await desk.record.read { tx in
      try found.rows.map { row in
        guard let post = row.post, post.reading.isByMember else { return nil as ID<Member>? }
        return try tx.correction(of: post.id)?.member
      }
    }
    return .page(
      PutAsideScreen(
        rows: zip(found.rows, callers).map { row, caller in
          PutAsideRow(
            conversation: row.conversation.id, who: Who(row.handle, in: page),
            network: row.conversation.network, words: row.post?.preview(limit: 200) ?? "",
            warning: row.post?.warning, at: row.post?.publishedAt ?? row.conversation.lastPostAt,
            language: row.post.flatMap { $0.reading.language ?? $0.language },
            isPrivate: row.conversation.isPrivate,
            calledSpamBy: row.post?.reading.isByMember ?? false
              ? caller.flatMap { members[$0]?.name } ?? page.words.talk.somebody : nil)
        }, next: found.next))
  }

  func bringBack() async throws -> Answer {
    let id: ID<Conversation> = try id()
    try await desk.bringBack(id, by: viewer)
    return .see(.conversation(id), .broughtBack)
  }
}
