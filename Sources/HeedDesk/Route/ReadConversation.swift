public import HeedModel
public import HeedNetwork

/// A conversation with all that stands beside it.
public struct KeptConversation: Sendable {
  public var conversation: Conversation
  /// Who said what is answered: what was asked for, else what waits; where nothing does, with whom it is.
  public var speaker: ID<Handle>?
  public var posts: [PostRow]
  /// What is answered: what was chosen, else whom the draft is written to, else what waits, else the last that they said.
  public var answered: PostRow?
  /// What these quote from other conversations, as far as it is theirs to see.
  public var quoted: [PostRow] = []
  public var revisions: [ID<Post>: [Revision]]
  public var notes: [TeamNote]
  public var handOvers: [HandOver]
  public var closures: [Closure]
  public var replies: [Reply]
  public var claim: Claim?
  public var draft: Draft?
  public var uploads: [Upload]
  public var account: Account?
  /// Accounts through which this viewer could answer here.
  public var accounts: [Account]
  public var accountHandles: [Handle]
  public var capabilities: Capabilities?
  public var person: Person?
  public var handles: [Handle]
  public var facts: PersonFacts?
  /// Of `toldKinds`, in order.
  public var events: [Event]
  public var members: [Member]
  public var others: [PresenceBoard.Seen]
  /// Mistakes in posts of ours here.
  public var mistakes: [ID<Post>: [MistakeStory]] = [:]
  /// Posts of ours here that are to mend one.
  public var mends: [ID<Post>: ID<Mistake>] = [:]
  /// Our mistakes that touched who speaks here.
  public var touching: [MistakeStory] = []
  /// What they said to us next, after one of these was put right.
  public var wroteAgain: [ID<Mistake>: WroteAgain] = [:]
  public var promises: [PromiseRow] = []
  /// Replies that may have kept each that is open.
  public var keepers: [ID<Promise>: [Reply]] = [:]
  public var theirWords: [TheirWord] = []
  /// What this viewer asked colleagues about their draft here, and what came of it.
  public var secondLooks: [SecondLook] = []
  /// What the person asked for and what hurt them, as far as it is open.
  public var wishes: [Wish] = []

  /// When the newest of it was heard: whoever closes, snoozes or answers knew of no more.
  public var heardAt: Instant? { posts.map(\.post.receivedAt).max() }

  /// What happened that its history tells; each post heard is an event, too, and stands there as itself.
  public static let toldKinds: Set<EventKind> = [
    .closed, .reopened, .takenUp, .promiseDeclined,
  ]
}

extension Desk {
  /// - Parameter asked: the post of theirs that is to be answered, where somebody came for one.
  /// - Throws: `Problem(.notFound)` for what is not there or not theirs to see, without telling which.
  public func conversation(
    _ id: ID<Conversation>, at asked: ID<Post>? = nil, for viewer: Viewer
  ) async throws -> KeptConversation {
    let others = try await presence.others(in: id, than: viewer.member, now: clock.now())
    var view = try await record.read { [self] tx in
      guard let conversation = try tx.conversation(id, for: viewer) else {
        throw Problem(.notFound, "This conversation is not here, or it is not yours to see.")
      }
      let posts = try tx.thread(conversation.id, for: viewer)
      let draft = try tx.draft(of: conversation.id, by: viewer.member)
      let chosen = posts.chosen([asked, draft?.answering])
      let answered = chosen ?? posts.toAnswer(in: conversation)
      // What is taken up is the last that was said about us.
      let said = conversation.state == .aboutUs ? answered : chosen
      let speaker = try said?.author?.id ?? tx.speaker(of: conversation)
      let handle = try speaker.flatMap { try tx.handles([$0]).first }
      let person = try handle?.person.flatMap { try tx.person($0, for: viewer) }
      let accounts = try tx.accounts().filter {
        $0.network == conversation.network && ($0.owner == nil || $0.owner == viewer.member)
      }
      let known =
        try person.map { try tx.handles(of: $0.id, for: viewer) } ?? [handle].compactMap { $0 }
      var view = KeptConversation(
        conversation: conversation, posts: posts,
        revisions: Dictionary(grouping: try tx.revisions(of: posts.map(\.id)), by: \.post),
        notes: try tx.notes(of: conversation.id, for: viewer),
        handOvers: try tx.handOvers(of: conversation.id, for: viewer),
        closures: try tx.closures(of: conversation.id),
        replies: try tx.replies(in: conversation.id, for: viewer),
        claim: try tx.claim(of: conversation.id), draft: draft,
        uploads: try tx.uploads(draft?.uploads ?? []),
        account: accounts.first { $0.id == conversation.account } ?? accounts.first,
        accounts: accounts, accountHandles: try tx.handles(accounts.map(\.handle)),
        capabilities: nil, person: person,
        handles: known,
        facts: try person.flatMap { try tx.facts(of: $0.id, for: viewer) },
        events: try tx.events(
          of: conversation.id, kinds: KeptConversation.toldKinds, for: viewer),
        members: try tx.members(),
        others: others, promises: try tx.promises(in: conversation.id, for: viewer),
        theirWords: try tx.visibleWords(of: known.map(\.id), for: viewer).notTakenBack)
      view.speaker = speaker
      view.answered = answered
      let here = Set(posts.map(\.id))
      view.quoted = try Set(posts.compactMap(\.post.quoted)).subtracting(here).sorted()
        .compactMap { try tx.post($0, for: viewer) }
      view.keepers = try Self.keepers(of: view.promises, for: viewer, tx)
      view.secondLooks = try tx.secondLooks(of: conversation.id, by: viewer.member)
      let ours = posts.filter { $0.post.direction == .ours }.map(\.id)
      (view.mistakes, view.mends) = try scars(in: ours, for: viewer, tx)
      if let person {
        view.touching = try mistakes(touching: view.handles.map(\.id), for: viewer, tx)
        view.wroteAgain = try wroteAgain(
          after: view.touching, by: view.handles.map(\.id), for: viewer, tx)
        view.wishes = try tx.wishes(of: person.id, for: viewer).filter(\.status.isOpen)
      }
      return view
    }
    if let account = view.account {
      view.capabilities = try await capabilities(of: account)
    } else {
      // What can be done without an account: nothing, or answering on its own page.
      view.capabilities = try? await networks[view.conversation.network]?.capabilities(of: nil)
    }
    return view
  }

  /// What came back, or was told of it, was looked at.
  public func noteSeen(_ id: ID<Conversation>, by viewer: Viewer) async throws {
    let now = clock.now()
    try await noteToldSeen(id, by: viewer)
    let isNews = try await record.read { try $0.hasCameBack(in: id, to: viewer.member) }
    guard isNews else { return }
    try await record.write {
      try $0.setCameBackSeen(conversation: id, by: viewer.member, at: now)
    }
  }
}
