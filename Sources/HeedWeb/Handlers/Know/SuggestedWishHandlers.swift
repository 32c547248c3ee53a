import HTTPTypes
import HeedDesk
import HeedModel

extension Call {
  /// What several people said alike, of which one said it here, beside a conversation that is opened as a whole.
  func withSuggested(_ open: OpenConversation) async throws -> OpenConversation {
    guard headers[.heedLook] == nil, open.person?.person != nil else { return open }
    var open = open
    open.person?.talk = open.id
    open.person?.suggested = try await suggestedWishes(in: open.id, limit: 2)
    return open
  }

  func suggestedWishes(in conversation: ID<Conversation>? = nil, limit: Int = 10) async throws
    -> [SuggestedWishPart]
  {
    try await desk.suggestedWishes(in: conversation, limit: limit, for: viewer)
      .map { SuggestedWishPart($0, in: page) }
  }

  func gatherSuggested() async throws -> Answer {
    // One box for all that one person said.
    let chosen = form.all(.post).flatMap { $0.split(separator: ",") }
      .compactMap { ID<Post>(String($0)) }
    do {
      guard !chosen.isEmpty else {
        throw Problem(.invalid, "Choose at least one of them, or say that it is not the same.")
      }
      let wish = try await desk.gather(
        suggested: chosen, besides: form.all(.alike).compactMap { ID($0) }, to: form.id(.wish),
        title: form[.name], kind: Wish.Kind(rawValue: form[.kind]) ?? .cause, by: viewer)
      return .see(back ?? .wish(wish), .wishGathered)
    } catch let problem as Problem where problem.code == .invalid {
      var screen = try await wishesScreen(WishFilter())
      screen.problem = problem
      return .page(screen, status: 422)
    }
  }

  func declineSuggested() async throws -> Answer {
    try await desk.declineGathering(form.all(.alike).compactMap { ID($0) }, by: viewer)
    return .see(back ?? .wishes(), .notTheSame)
  }

  /// The conversation beside which it stood.
  private var back: Route? {
    form.id(.conversation, of: Conversation.self).map { .conversation($0) }
  }
}
