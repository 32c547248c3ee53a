/// One step of mending a mistake: who did what, and when.
///
/// It stands on what really happened. A reply mends nothing before it is delivered, an edit and a deletion nothing before
/// the place confirmed them.
public struct Correction: Sendable, Hashable {
  /// The ways, the best first.
  public enum Way: String, Sendable, CaseIterable {
    /// In place, where the words stand.
    case edit
    /// Below them, for everybody who reads them.
    case reply
    case apologise
    /// Taken away, and said so to whom it answered.
    case delete
    /// Done by hand where the desk cannot reach: a page, a place that takes nothing from programs.
    case byHand
  }

  /// What became of it.
  public enum Outcome: Sendable, Hashable {
    case done(Instant)
    /// Asked for; the place did not confirm it yet.
    case underway
    /// It did not go through. The text says why.
    case failed(Message?)
    /// Taken away there, and not said so yet.
    case unsaid
    /// Its writer took the reply back.
    case takenBack
  }

  /// The way of its reply, as the outbox knows it.
  public struct Sending: Sendable, Hashable {
    public var status: Delivery.Status
    public var deliveredAt: Instant?
    public var trouble: Message?
    public var post: ID<Post>?

    public init(
      status: Delivery.Status, deliveredAt: Instant? = nil, trouble: Message? = nil,
      post: ID<Post>? = nil
    ) {
      self.status = status
      self.deliveredAt = deliveredAt
      self.trouble = trouble
      self.post = post
    }
  }

  public var id: ID<Correction>
  public var mistake: ID<Mistake>
  public var member: ID<Member>
  public var way: Way
  /// Our post that it mends; `nil` for a page.
  public var post: ID<Post>?
  public var page: String?
  /// For what was done by hand: what was done.
  public var words: String
  /// When the place confirmed the edit or the deletion, or it was done by hand.
  public var doneAt: Instant?
  /// Why the edit or the deletion did not go through.
  public var trouble: Message?
  public var reply: ID<Reply>?
  /// Read from the outbox, never written here.
  public var sending: Sending?

  public var begunAt: Instant { id.instant }

  public init(
    id: ID<Correction>, mistake: ID<Mistake>, member: ID<Member>, way: Way, post: ID<Post>?,
    page: String? = nil, words: String = "", doneAt: Instant? = nil, trouble: Message? = nil,
    reply: ID<Reply>? = nil, sending: Sending? = nil
  ) {
    self.id = id
    self.mistake = mistake
    self.member = member
    self.way = way
    self.post = post
    self.page = page
    self.words = words
    self.doneAt = doneAt
    self.trouble = trouble
    self.reply = reply
    self.sending = sending
  }

  public var outcome: Outcome {
    switch way {
    case .byHand: return doneAt.map { .done($0) } ?? .underway
    case .edit:
      if let doneAt { return .done(doneAt) }
      return trouble.map { .failed($0) } ?? .underway
    case .reply, .apologise: return sent(after: nil)
    case .delete:
      guard let doneAt else { return trouble.map { .failed($0) } ?? .underway }
      return reply == nil ? .unsaid : sent(after: doneAt)
    }
  }

  private func sent(after other: Instant?) -> Outcome {
    guard let sending else { return .underway }
    switch sending.status {
    case .queued, .sending: return .underway
    case .failed, .unknown: return .failed(sending.trouble)
    case .takenBack: return other == nil ? .takenBack : .unsaid
    case .delivered:
      let at = sending.deliveredAt ?? begunAt
      return .done(other.map { max($0, at) } ?? at)
    }
  }

  public var doneSince: Instant? {
    if case .done(let at) = outcome { at } else { nil }
  }
}
