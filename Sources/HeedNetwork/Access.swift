public import HeedModel

/// An account as a network needs it: opened credentials included. Never stored, logged or shown.
public struct AccountAccess: Sendable {
  public var id: ID<Account>
  public var server: String
  /// Who it is there.
  public var remoteID: RemoteID
  public var address: String
  /// As they were when this was made.
  public var credentials: Credentials
  /// Where exchanged ones go; `nil` where nobody keeps any.
  public var keeper: (any CredentialKeeping)?

  public init(
    id: ID<Account>, server: String, remoteID: RemoteID, address: String, credentials: Credentials,
    keeper: (any CredentialKeeping)? = nil
  ) {
    self.id = id
    self.server = server
    self.remoteID = remoteID
    self.address = address
    self.credentials = credentials
    self.keeper = keeper
  }
}

/// Tokens and keys by name, as the network chose them. Prints as dots.
public struct Credentials: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  private var values: [String: String]

  public init(_ values: [String: String]) { self.values = values }
  public subscript(name: String) -> String? { values[name] }
  public var all: [String: String] { values }
  public var description: String { "••••" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A source as a network needs it.
public struct ListeningSource: Sendable {
  public var id: ID<Source>
  public var kind: String
  public var target: String
  public var cursor: String?
  public var account: AccountAccess?

  public init(
    id: ID<Source>, kind: String, target: String, cursor: String?, account: AccountAccess? = nil
  ) {
    self.id = id
    self.kind = kind
    self.target = target
    self.cursor = cursor
    self.account = account
  }
}

/// What a pass of listening brought.
public struct Heard: Sendable {
  public var events: [RemoteEvent]
  /// Where to go on; stored in the transaction that stores the events.
  public var cursor: String?
  /// When to ask again, if the place said so or its pace suggests it.
  public var next: Duration?
  /// A new title for the source, when it tells one.
  public var name: String?
  /// Who could tell by itself what is new here, where the place named one.
  public var notes: NotePlace?

  public init(
    events: [RemoteEvent] = [], cursor: String? = nil, next: Duration? = nil, name: String? = nil,
    notes: NotePlace? = nil
  ) {
    self.events = events
    self.cursor = cursor
    self.next = next
    self.name = name
    self.notes = notes
  }
}

/// Something that could be listened to.
public struct Offer: Sendable, Hashable {
  public var network: NetworkName
  public var kind: String
  public var target: String
  /// "Posts with #cornerbikes on mastodon.example".
  public var name: Message
  /// What listening there tells others: "the word is asked of mastodon.example".
  public var asks: Message
  /// What it can do and what it cannot, in a sentence.
  public var can: Message
  /// It carries everything that is said there: the desk keeps only what a topic catches or what speaks to us.
  public var isBroad: Bool
  /// It is told to those alone who sign in: the organisation's account there asks for it.
  public var needsAccount: Bool
  /// The one account that has to sign in for it, as it is typed there; `nil` where any of the organisation's will do.
  public var signsInAs: String?
  /// Made of what was typed alone: nobody was asked whether anything stands there.
  public var isOfWords: Bool

  public init(
    network: NetworkName, kind: String, target: String, name: Message, asks: Message, can: Message,
    isBroad: Bool = false, needsAccount: Bool = false, signsInAs: String? = nil,
    isOfWords: Bool = false
  ) {
    self.signsInAs = signsInAs
    self.isOfWords = isOfWords
    self.network = network
    self.kind = kind
    self.target = target
    self.name = name
    self.asks = asks
    self.can = can
    self.isBroad = isBroad
    self.needsAccount = needsAccount
  }
}

/// Where the desk can be reached, for redirects.
public struct DeskAddress: Sendable, Hashable {
  /// `https://desk.example`, without a slash at the end; `http://127.0.0.1:8080` at home.
  public var base: String
  public var isPublic: Bool

  public init(base: String, isPublic: Bool) {
    self.base = base
    self.isPublic = isPublic
  }
}

/// What somebody signing in has to do next. Sealed by the desk between the steps.
public struct SignInStep: Sendable {
  /// The page to open elsewhere; `nil` when a token is simply pasted.
  public var page: String?
  /// Whether a code must be pasted because the page cannot come back to the desk.
  public var pastesCode: Bool
  /// What is pasted is a password that somebody chose: every sign of it counts, blanks too.
  public var asksPassword: Bool
  /// Whether a token may be pasted in place of opening the page.
  public var takesToken: Bool
  /// Said above the form.
  public var explanation: Message
  /// The network's own notes for `finish`: client ids, verifiers, the server.
  public var notes: Credentials

  public init(
    page: String?, pastesCode: Bool, asksPassword: Bool = false, takesToken: Bool = false,
    explanation: Message, notes: Credentials
  ) {
    self.asksPassword = asksPassword
    self.page = page
    self.pastesCode = pastesCode
    self.takesToken = takesToken
    self.explanation = explanation
    self.notes = notes
  }
}

public enum SignInAnswer: Sendable {
  case code(String)
  case token(String)
}

/// A sign-in that worked.
public struct SignedIn: Sendable {
  public var server: String
  public var handle: RemoteHandle
  public var credentials: Credentials
  /// The rules of the place, in its own words.
  public var houseRules: Message
  /// What to listen to from now on with this account.
  public var offers: [Offer]
  /// How replies are signed there unless somebody chooses otherwise.
  public var custom: SignatureCustom

  public init(
    server: String, handle: RemoteHandle, credentials: Credentials, houseRules: Message = "",
    offers: [Offer], custom: SignatureCustom = .initials
  ) {
    self.custom = custom
    self.server = server
    self.handle = handle
    self.credentials = credentials
    self.houseRules = houseRules
    self.offers = offers
  }
}
