public import HeedModel

/// Knows for certain who said what: whoever says something there is signed in as the handle that it is told of.
///
/// A code that stands in a post there proves a handle. Networks on which anybody can write any name above their words
/// (feeds, webmentions, mail, comments without an account) are never this.
public protocol VouchingForAuthors: PageKnowing {}

/// Knows which page is a handle's own: where its place itself shows it, or where the page says so of itself.
///
/// A page that somebody only calls theirs, or that a server elsewhere calls somebody's, is never that: whoever is linked
/// from there would be taken for somebody else.
public protocol PageKnowing: Network {
  /// Decided by what is known, without asking anybody; `false` where that does not suffice.
  func isOwn(_ page: String, of handle: RemoteID) -> Bool
}

extension VouchingForAuthors {
  /// Where handles are named by their own pages: one on the same host. A page elsewhere is nobody's.
  public func isOwn(_ page: String, of handle: RemoteID) -> Bool {
    guard page.contains("://"), handle.rawValue.contains("://"),
      let host = PlaceServer(page)?.host
    else { return false }
    return PlaceServer(handle.rawValue)?.host == host
  }
}

/// Can send a letter to an address, to whoever reads there.
public protocol LetterSending: Network {
  /// Whose address it is, in this network's ids; `nil` for what is none. Decided by the text alone.
  func person(at address: String) -> RemoteID?

  /// Sends a letter that answers nothing: a link that proves the address. Once: nobody looks whether it arrived.
  func send(_ letter: ProofLetter, as account: AccountAccess) async throws
}

/// The words in which a link that proves an address is sent.
public struct ProofLetter: Sendable {
  public var to: String
  public var subject: String
  public var text: String
  public var language: String
  /// The same for each attempt.
  public var key: String
  public var organisation: String?

  public init(
    to: String, subject: String, text: String, language: String, key: String,
    organisation: String?
  ) {
    self.to = to
    self.subject = subject
    self.text = text
    self.language = language
    self.key = key
    self.organisation = organisation
  }
}

/// Reads which other pages a page calls its owner's: `rel=me` (https://microformats.org/wiki/rel-me). Goes out through
/// `Wire`, so the guard holds.
public protocol OwnPagesReading: PageKnowing {
  /// - Throws: `NetworkError` with a text that says why the page could not be read.
  func ownersLinks(on page: String) async throws -> [String]
}
