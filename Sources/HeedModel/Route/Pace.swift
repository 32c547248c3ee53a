/// How quickly people on a network answer each other in public, and how quickly we answer there.
public struct Pace: Sendable, Hashable {
  /// Half of the answers came within `half`; `answers` is how many were looked at.
  public struct Half: Sendable, Hashable {
    public var half: Duration
    public var answers: Int
    /// How many of our members gave them; of others nobody is counted.
    public var members: Int

    public init(half: Duration, answers: Int, members: Int = 0) {
      self.half = half
      self.answers = answers
      self.members = members
    }

    /// - Returns: `nil` where there is no answer.
    public init?(of answers: [FirstAnswer]) {
      guard !answers.isEmpty else { return nil }
      self.init(
        half: answers.map(\.took).sorted()[(answers.count - 1) / 2], answers: answers.count,
        members: Set(answers.compactMap(\.member)).count)
    }
  }

  /// With fewer answers nothing is said of a custom, or of ours.
  public static let least = 20
  /// What fewer members did together would tell of one of them (law 3).
  public static let leastMembers = 5
  /// What lies further back tells of other times.
  public static let reach = Duration.days(30)

  public var network: NetworkName
  public var theirs: Half?
  public var ours: Half?

  public init(_ network: NetworkName, theirs: Half?, ours: Half?) {
    self.network = network
    self.theirs = theirs
    self.ours = ours
  }

  /// From the first answers to posts there, in any order, one entry a network, in the order of their names.
  public static func measured(of answers: [FirstAnswer]) -> [Pace] {
    Dictionary(grouping: answers, by: \.network).map { network, answers in
      Pace(
        network, theirs: Half(of: answers.filter { !$0.isOurs }),
        ours: Half(of: answers.filter(\.isOurs)))
    }.sorted { $0.network < $1.network }
  }

  /// Whether enough answers were looked at on both sides.
  public var isKnown: Bool {
    (theirs?.answers ?? 0) >= Self.least && (ours?.answers ?? 0) >= Self.least
  }

  /// Whether ours may be shown: where fewer members answered it is withheld, and counts for the line alone.
  public var showsOurs: Bool { isKnown && (ours?.members ?? 0) >= Self.leastMembers }

  /// Whether people there are used to quicker answers than ours: a head start in the line.
  public var customIsQuicker: Bool {
    guard isKnown, let theirs, let ours else { return false }
    return theirs.half < ours.half
  }
}

/// The first answer that a post got: from us, where it was said to us; from anybody else, where it was not.
public struct FirstAnswer: Sendable, Hashable {
  public var network: NetworkName
  public var isOurs: Bool
  public var took: Duration
  /// Who of us gave it, where it was written here.
  public var member: ID<Member>?

  public init(
    network: NetworkName, isOurs: Bool, took: Duration, member: ID<Member>? = nil
  ) {
    self.network = network
    self.isOurs = isOurs
    self.took = took
    self.member = member
  }
}
