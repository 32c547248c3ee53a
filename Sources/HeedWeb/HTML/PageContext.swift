public import HeedDesk
public import HeedModel

/// What every page needs to know besides its own model: who looks, in which language, when.
public struct PageContext: Sendable {
  /// Who is signed in.
  public var member: Member?
  public var words: Words
  /// Stands in every form as a hidden field and is checked by every action, with the origin.
  public var csrf: String
  /// The member's zone, or the desk's for those who are not signed in.
  public var zone: Zone
  public var now: Instant
  public var counts: RoomCounts
  /// What had happened last when the page began to be made: the stream of changes tells what came since.
  var since: ID<Event>?
  /// Said once, on the page that follows an action.
  public var flash: Flash?
  public var organisation: String
  public var isSetUp: Bool
  /// What people call each network.
  public var networks: [NetworkName: String]
  /// Why whoever is signed in may not speak for now, and who signed it.
  public var restriction: (span: Restriction, by: String)?

  public init(
    member: Member? = nil, words: Words = .english, csrf: String = "", zone: Zone = Zone("UTC"),
    now: Instant, counts: RoomCounts = RoomCounts(), flash: Flash? = nil,
    organisation: String = "", isSetUp: Bool = true, networks: [NetworkName: String] = [:]
  ) {
    self.member = member
    self.words = words
    self.csrf = csrf
    self.zone = zone
    self.now = now
    self.counts = counts
    self.flash = flash
    self.organisation = organisation
    self.isSetUp = isSetUp
    self.networks = networks
  }

  public var role: Role? { member?.role }
  public var maySpeak: Bool { member?.role.maySpeak ?? false }
  public var mayLead: Bool { member?.role.mayLead ?? false }

  /// A message of the desk in the language of whoever looks.
  func say(_ message: Message) -> String { words.text(of: message) }

  func wrong(_ problem: Problem?) -> Wrong? {
    problem.map { Wrong(text: say($0.text), field: $0.field) }
  }

  func title(of network: NetworkName) -> String { networks[network] ?? network.rawValue }
}

/// A problem in the language of whoever looks.
struct Wrong {
  var text: String
  /// The field of the form that it concerns.
  var field: String?
}

/// Figures beside the rooms' names.
public struct RoomCounts: Sendable, Hashable {
  public var waiting: Int
  /// Sources that need a hand.
  public var troubled: Int
  /// What concerns the member who looks and was not seen.
  public var told: Int
  /// Promises of the member who looks that are due today or late.
  public var promisesDue: Int
  /// Mistakes of ours that are not fixed.
  public var openMistakes: Int

  public init(
    waiting: Int = 0, troubled: Int = 0, told: Int = 0, promisesDue: Int = 0,
    openMistakes: Int = 0
  ) {
    self.waiting = waiting
    self.troubled = troubled
    self.told = told
    self.promisesDue = promisesDue
    self.openMistakes = openMistakes
  }
}

/// What came of the last action, said once.
public struct Flash: Sendable, Hashable {
  /// Whether it worked.
  public enum Kind: String, Sendable { case done, problem }
  public var kind: Kind
  public var text: String
  /// An action that takes it back, with what its button says.
  public var undo: Undo?

  /// An action offered beside the text.
  public struct Undo: Sendable, Hashable {
    public var route: Route
    public var label: String

    public init(route: Route, label: String) {
      self.route = route
      self.label = label
    }
  }

  public init(_ kind: Kind, _ text: String, undo: Undo? = nil) {
    self.kind = kind
    self.text = text
    self.undo = undo
  }
}
