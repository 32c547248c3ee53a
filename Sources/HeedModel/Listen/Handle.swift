/// An identity on a network.
///
/// A handle of somebody who only spoke *about* us exists as the author of a post and goes with its words (law 7); it
/// becomes part of a `Person` once they spoke *to* us.
public struct Handle: Sendable, Hashable {
  public var id: ID<Handle>
  public var network: NetworkName
  public var remoteID: RemoteID
  /// What they are called there, with its mark: `@ana@bolha.example`.
  public var address: String
  /// The name they show.
  public var name: String
  /// Their page, if they have one.
  public var page: String?
  /// Their picture's address elsewhere; fetched by the desk, never by a member's browser.
  public var picture: String?
  /// They say that they are a program.
  public var isBot: Bool
  /// They asked not to be indexed or followed by programs: what they say *about* us is not taken in.
  public var optedOut: Bool
  /// Set once they spoke to us: the oldest person among the handles that joins connect to this one.
  public var person: ID<Person>?
  /// The person that this handle alone began as: whose it is again once it is parted from all others.
  public var ownPerson: ID<Person>?
  /// An account of ours, or a member's own handle.
  public var isOurs: Bool
  /// Where they went, if they moved.
  public var movedTo: ID<Handle>?

  public init(
    id: ID<Handle>, network: NetworkName, remoteID: RemoteID, address: String, name: String,
    page: String? = nil, picture: String? = nil, isBot: Bool = false, optedOut: Bool = false,
    person: ID<Person>? = nil, isOurs: Bool = false, movedTo: ID<Handle>? = nil
  ) {
    self.id = id
    self.network = network
    self.remoteID = remoteID
    self.address = address
    self.name = name
    self.page = page
    self.picture = picture
    self.isBot = isBot
    self.optedOut = optedOut
    self.person = person
    self.ownPerson = person
    self.isOurs = isOurs
    self.movedTo = movedTo
  }
}

extension Handle {
  /// What stands before the number of a handle that was erased, in place of its remote id.
  public static let erasedMark = "erased:"
  /// What somebody is called, without the mark in front.
  public static func bare(_ address: String) -> String { String(address.drop { $0 == "@" }) }

  /// Whose it was is not known any more.
  public var isErased: Bool { remoteID.rawValue.hasPrefix(Self.erasedMark) }
}
