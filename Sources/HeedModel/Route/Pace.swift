/// How quickly people on a network answer each other in public, and how quickly we answer there.
public struct Pace: Sendable, Hashable {
  /// Half of the answers came within `half`; `answers` is how many were looked at.
  public struct Half: Sendable, Hashable {
    public var half: Duration
    public var answers: Int

    public init(half: Duration, answers: Int) {
      self.half = half
      self.answers = answers
    }

    /// - Returns: `nil` where there is no answer.
    public init?(of times: [Duration]) {
      guard !times.isEmpty else { return nil }
      self.init(half: times.sorted()[(times.count - 1) / 2], answers: times.count)
    }
  }

  /// With fewer answers nothing is said of a custom, or of ours.
  public static let least = 20
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
        network, theirs: Half(of: answers.filter { !$0.isOurs }.map(\.took)),
        ours: Half(of: answers.filter(\.isOurs).map(\.took)))
    }.sorted { $0.network < $1.network }
  }

  /// Whether people there are used to quicker answers than ours: a head start in the line.
  public var customIsQuicker: Bool {
    guard let theirs, let ours, theirs.answers >= Self.least, ours.answers >= Self.least else {
      return false
    }
    return theirs.half < ours.half
  }
}

/// The first answer that a post got: from us, where it was said to us; from anybody else, where it was not.
public struct FirstAnswer: Sendable, Hashable {
  public var network: NetworkName
  public var isOurs: Bool
  public var took: Duration

  public init(network: NetworkName, isOurs: Bool, took: Duration) {
    self.network = network
    self.isOurs = isOurs
    self.took = took
  }
}
