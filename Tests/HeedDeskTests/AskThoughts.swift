import HeedModel

@testable import HeedDesk

/// One of the thoughts on a draft alone.
extension Desk {
  func unsaid(
    in text: String, besides others: [String] = [], visibility: Visibility?,
    answering post: ID<Post>? = nil, of id: ID<Conversation>, for viewer: Viewer
  ) async throws -> [UnsaidFact] {
    var draft = DraftInHand(text, in: id)
    draft.others = others
    draft.visibility = visibility
    draft.answering = post
    return try await thoughts(on: draft, for: viewer).unsaid
  }

  func saidBefore(
    _ text: String, besides post: ID<Post>? = nil, for viewer: Viewer
  ) async throws -> SaidBefore? {
    var draft = DraftInHand(text, in: ID(0))
    draft.changing = post
    return try await thoughts(on: draft, for: viewer).saidBefore
  }

  func houseRules(
    touching text: String, language: String?, for viewer: Viewer
  ) async throws -> [HouseRule] {
    var draft = DraftInHand(text, in: ID(0))
    draft.language = language
    return try await thoughts(on: draft, for: viewer).rules
  }
}
