public import HeedModel

/// Is told by pages anywhere that they speak to, or about, pages of ours: Webmention
/// (https://www.w3.org/TR/webmention/) and Pingback (http://www.hixie.ch/specs/pingback/pingback).
///
/// What is told proves nothing: anybody may send it. The desk keeps it as a row, and the page is looked at later, through
/// the guard of the way out.
public protocol TakingMentions: Network {
  /// What came to the desk's address. Nothing is fetched to find out.
  func read(_ note: InboundNote, by way: MentionWay) -> MentionReading
  /// What the sender is answered, in the way's own form.
  func reply(_ outcome: MentionOutcome, by way: MentionWay) -> MentionReply

  /// Whether a page is one that a source listens for.
  func covers(_ target: String, _ source: ListeningSource) -> Bool

  /// Looks at the page, and says what it is to the target.
  /// - Parameter before: what the last look found.
  /// - Throws: `NetworkError`: `.temporary` and `.rateLimited` are looked at again, `.gone` is not thrown but found.
  func look(
    at mention: RemoteMention, before: MentionFinding.Kind?, for source: ListeningSource
  ) async throws -> MentionFinding

  /// Who we are where that source listens.
  func ourselves(at source: ListeningSource) -> RemoteHandle

  /// What a handle's own pages say about whose they are: asked for people who speak to us, and only then.
  func evidence(of handle: RemoteHandle) async -> [RemoteEvidence]
}

public enum MentionWay: String, Sendable, CaseIterable { case webmention, pingback }

/// A page that says that it points to one of ours.
public struct RemoteMention: Sendable, Hashable {
  public var page: String
  public var target: String

  public init(page: String, target: String) {
    self.page = page
    self.target = target
  }
}

public enum MentionReading: Sendable, Hashable {
  case mention(RemoteMention)
  /// Not the protocol's form.
  case malformed
  /// A call of the protocol that is not spoken here.
  case unknownCall
  /// Both addresses are there, and one of them is no page of the web, or they are the same.
  case noPage
}

public enum MentionOutcome: Sendable, Hashable {
  /// It will be looked at.
  case taken
  case malformed, unknownCall, noPage
  /// Nobody here listens for that page.
  case notOurs
  /// From this address came too much.
  case tooMany
  /// Too much waits.
  case full
}

public struct MentionReply: Sendable, Hashable {
  public var status: Int
  public var type: String
  public var text: String

  public init(status: Int, type: String, text: String) {
    self.status = status
    self.type = type
    self.text = text
  }
}

/// What a look at a page found.
public struct MentionFinding: Sendable {
  /// What the page is to the target; kept, so that a later look can take it back.
  public enum Kind: Sendable, Hashable {
    /// By this name, where a look told it.
    case post(RemoteID?)
    case reaction(Reaction.Kind, by: RemoteID)
    /// It does not point there, or not any more, or is gone.
    case nothing

    public var isPost: Bool { if case .post = self { true } else { false } }
  }

  public var kind: Kind
  /// In the order in which they are to be taken in.
  public var events: [RemoteEvent]
  /// Who speaks, where somebody does.
  public var author: RemoteHandle?
  /// Nothing was found where something was, and it may be a fault that passes: believed at a second look.
  public var isUnsure = false

  public init(kind: Kind, events: [RemoteEvent], author: RemoteHandle? = nil) {
    self.kind = kind
    self.events = events
    self.author = author
  }
}

/// That two addresses belong to one person, as their pages say.
public struct RemoteEvidence: Sendable, Hashable {
  public var kind: Evidence.Kind
  /// Where it stands, and where it points.
  public var here: String
  public var there: String
  /// The other page points back.
  public var isMutual: Bool

  public init(kind: Evidence.Kind, here: String, there: String, isMutual: Bool) {
    self.kind = kind
    self.here = here
    self.there = there
    self.isMutual = isMutual
  }
}

/// Can tell a page elsewhere that a page of ours points to it.
public protocol TellingPages: Network {
  /// - Returns: false when the page at `target` takes no such word.
  /// - Throws: `NetworkError`. Telling twice is harmless: the other side looks again.
  func tell(_ target: String, that source: String) async throws -> Bool
}
