import HeedModel

/// How much anybody outside may try on their side of the desk: counted by where they come from, and by whose handle they
/// name, so that neither guessing nor flooding somebody's mailbox pays.
actor ProofThrottle {
  enum Kind: String, Sendable {
    /// Beginning a proof; opening a link.
    case begin, link
    /// Asking whether it is proven.
    case check
    /// Having the desk look at a page: it costs somebody else a call.
    case look
    /// A letter to one address.
    case letter
    /// Telling the desk something, of one visit.
    case word
    /// Reading all there is, of one visit.
    case file

    var most: Int {
      switch self {
      case .begin: 10
      case .link: 30
      case .check: 120
      case .look: 6
      case .letter: 3
      case .word: 30
      case .file: 6
      }
    }

    var window: Duration { self == .letter ? .hours(6) : .minutes(15) }
  }

  private static let keys = 20_000
  private var tried: [String: [Instant]] = [:]

  /// Counts one try; false, and not counted, when there were enough.
  func admits(_ kind: Kind, _ who: String, now: Instant) -> Bool {
    let key = kind.rawValue + " " + who
    // A try that lies ahead was counted by a clock that was set back since.
    let recent = (tried[key] ?? []).filter { $0 > now - kind.window && $0 <= now }
    guard recent.count < kind.most else { return false }
    if tried.count >= Self.keys, tried[key] == nil {
      tried = tried.filter { $0.value.contains { $0 > now - .hours(6) } }
      // So many at once are no people: the oldest have to begin anew.
      if tried.count >= Self.keys { tried = [:] }
    }
    tried[key] = recent + [now]
    return true
  }

  /// - Throws: `Problem(.tooMany)`, the same whoever is asked about.
  func admit(_ kind: Kind, from address: String, now: Instant) throws {
    guard admits(kind, SignInThrottle.key(address), now: now) else {
      throw Problem(
        .tooMany, "There were many tries from your network. Wait a quarter of an hour, then go on.")
    }
  }

  /// - Throws: `Problem(.tooMany)`: each file reads all that is kept of somebody.
  func admitFile(of visit: ID<Visit>, now: Instant) throws {
    guard admits(.file, visit.description, now: now) else {
      throw Problem(
        .tooMany, "You had this several times just now. Wait a quarter of an hour, then go on.")
    }
  }

  /// - Throws: `Problem(.tooMany)`: each word becomes rows, so a browser that repeats itself ends somewhere.
  func admitWord(of visit: ID<Visit>, now: Instant) throws {
    guard admits(.word, visit.description, now: now) else {
      throw Problem(
        .tooMany,
        """
        You told us much within a short time. All of that is kept, this is not. Wait a quarter of an hour, then say it again.
        """)
    }
  }
}
