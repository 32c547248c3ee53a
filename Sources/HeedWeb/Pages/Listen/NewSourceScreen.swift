public import HeedModel

/// Choosing where to listen: a word or an address brings offers.
public struct NewSourceScreen: Screen {
  public var typed: String
  /// `nil` before anything was typed.
  public var offers: [OfferRow]?
  /// Why nothing stands at the address that was typed.
  public var trouble: Message?
  public var problem: Problem?

  public init(
    typed: String = "", offers: [OfferRow]? = nil, trouble: Message? = nil, problem: Problem? = nil
  ) {
    self.typed = typed
    self.offers = offers
    self.trouble = trouble
    self.problem = problem
  }

  public var room: Room? { .sources }

  public func title(in page: PageContext) -> String { page.words.source.new }
}

/// Something that could be listened to.
public struct OfferRow: Sendable {
  public var network: NetworkName
  public var kind: String
  public var target: String
  public var name: Message
  /// What listening there tells others.
  public var asks: Message
  /// What it can do and what it cannot.
  public var can: Message
  /// The desk listens there already.
  public var isTaken: Bool
  /// `nil` where nobody has to sign in first.
  public var signsIn: SignIn?
  /// It is a place that somebody runs: perhaps us.
  public var canBeOurs = false

  /// Where an account of ours is connected before.
  public struct SignIn: Sendable {
    /// Empty where it is asked for.
    public var server: String
  }

  public init(
    network: NetworkName, kind: String, target: String, name: Message, asks: Message, can: Message,
    isTaken: Bool = false, signsIn: SignIn? = nil
  ) {
    self.signsIn = signsIn
    self.network = network
    self.kind = kind
    self.target = target
    self.name = name
    self.asks = asks
    self.can = can
    self.isTaken = isTaken
  }
}
