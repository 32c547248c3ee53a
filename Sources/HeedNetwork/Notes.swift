import HeedModel

/// Is told by the place itself what is new, at an address of the desk that the place was given.
///
/// The desk keeps the subscription, its secret and what was taken in by it, and goes on asking now and then: places
/// lose notes. What comes to the address may come from anybody; it is proven before a byte of it is read.
public protocol TakingNotes: Network {
  /// Asks the place to send notes to `callback`. That it was taken says nothing: the place confirms at that address.
  /// - Parameter secret: what its notes will be signed with.
  func ask(_ place: NotePlace, callback: String, secret: String) async throws

  /// The same with the right of the account that listens, where the place asks for one.
  func ask(_ place: NotePlace, callback: String, secret: String, as account: AccountAccess?)
    async throws

  /// The place asks no question: its first proven note confirms, and it goes on until somebody ends it there.
  var confirmsByNote: Bool { get }

  /// What the place's question at the address deserves, so that nobody else can subscribe the desk to anything.
  func confirm(_ query: [String: String], _ place: NotePlace) -> NoteConfirmation

  /// Whether the secret signed it. Nothing of the body is understood to find out.
  /// - Parameter code: the keyed hash (HMAC) of a body by a method's name; `nil` for a method that is not known.
  func isProven(_ note: InboundNote, code: (_ method: String, _ body: [UInt8]) -> [UInt8]?) -> Bool

  /// What a proven note brings, with the cursor behind it; `next` is zero where it only says that something is new and
  /// the place has to be asked for it.
  func read(_ note: InboundNote, for source: ListeningSource) throws -> Heard
}

extension TakingNotes {
  public func ask(
    _ place: NotePlace, callback: String, secret: String, as account: AccountAccess?
  ) async throws {
    try await ask(place, callback: callback, secret: secret)
  }

  public var confirmsByNote: Bool { false }
}

/// Who can tell, and about what.
public struct NotePlace: Sendable, Hashable {
  /// Whom to ask: a hub's address.
  public var address: String
  /// In the place's own words: a topic's address.
  public var subject: String

  public init(address: String, subject: String) {
    self.address = address
    self.subject = subject
  }
}

/// What came to an address of the desk.
public struct InboundNote: Sendable {
  /// Names are compared without regard to case.
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]

  public init(headers: [(name: String, value: String)], body: [UInt8]) {
    self.headers = headers
    self.body = body
  }

  /// The first header of that name, in any case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

public enum NoteConfirmation: Sendable, Hashable {
  /// Say these words back; the subscription ends after so long.
  case echo(String, lease: Duration?)
  /// The place says no: go on asking.
  case denied
  /// Not what was asked for.
  case unknown
}
