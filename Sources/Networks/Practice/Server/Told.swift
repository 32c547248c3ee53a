/// The shapes of the practice protocol, as JSON carries them; described in
/// `Docs/networks/practice.md`.
///
/// Times are milliseconds since 1970, UTC.
enum Told {
  struct Person: Codable, Sendable {
    var id: String
    var name: String
    var address: String
    var page: String
    var picture: String
    var isBot: Bool
    var optedOut: Bool
  }

  struct Post: Codable, Sendable {
    var id: String
    var author: Person
    var at: Int64
    var editedAt: Int64?
    var parent: String?
    /// Speaks to the account that asks.
    var toYou: Bool
    var visibility: String
    var warning: String?
    var text: String
    var language: String?
    var media: [Entry.Picture]
    var mentions: [Person]
    var address: String
  }

  struct Change: Codable, Sendable {
    enum Kind: String, Codable, Sendable { case post, gone, liked, shared, unliked, unshared }
    var kind: Kind
    /// The id of the post that it concerns.
    var id: String
    /// As it stands now, for `post`.
    var post: Post?
    /// Who reacted, and when.
    var by: Person?
    var at: Int64?
  }

  struct Page: Codable, Sendable {
    var changes: [Change]
    var cursor: String
    /// More is there now.
    var more: Bool
    /// Milliseconds until it is worth asking again.
    var wait: Int64
  }

  struct Thread: Codable, Sendable { var posts: [Post] }

  struct Own: Codable, Sendable {
    var posts: [Post]
    /// Up to when this list is complete, and what time it is there.
    var upTo: Int64
    var now: Int64
  }

  struct About: Codable, Sendable {
    var name: String
    var limit: Int
    /// Seconds; left out when keys are ignored.
    var keyLife: Int64?
    var mediaTypes: [String]
    var mediaLimit: Int
    var mediaBytes: Int
    var rules: String
  }

  struct SignedIn: Codable, Sendable {
    var token: String
    var account: Person
    var rules: String
  }

  struct Writing: Codable, Sendable {
    var text: String
    var warning: String?
    var language: String?
    var visibility: String?
    var parent: String?
    var media: [String]?
  }

  struct Upload: Codable, Sendable {
    var type: String
    var alternative: String
    /// Base 64.
    var bytes: String
  }

  struct Uploaded: Codable, Sendable { var id: String }
  struct Ids: Codable, Sendable { var ids: [String] }
  struct Counts: Codable, Sendable { var counts: [Count] }

  /// What is counted of a post of the account that asks.
  struct Count: Codable, Sendable {
    var id: String
    /// Who read it.
    var views: Int
    var liked: Int
    var shared: Int
    var answered: Int
    var followers: Int
    /// Of those who passed it on, together.
    var sharerFollowers: Int
  }

  struct Changes: Codable, Sendable { var changes: [Change] }
  struct SignIn: Codable, Sendable { var account: String }

  struct Failure: Codable, Sendable {
    var error: String
    /// False when the server promises that nothing of the request was kept.
    var accepted: Bool?
  }
}
