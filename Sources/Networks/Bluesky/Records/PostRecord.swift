/// What a record of `app.bsky.feed.post` says, as far as the desk has use for it
/// (https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json).
struct PostRecord: Sendable, Equatable {
  var text = ""
  var createdAt: String?
  var facets: [Facet] = []
  var languages: [String] = []
  var parent: String?
  var root: String?
  /// What the wording of the root is called that was answered.
  var rootCID: String?
  var labels: [String] = []
  var embed = Embed()
}

/// A stretch of the text, by bytes, and what it is.
struct Facet: Sendable, Equatable {
  enum Feature: Sendable, Equatable {
    case mention(did: String)
    case link(to: String)
    case tag(String)
  }

  var range: Range<Int>
  var feature: Feature
}

/// What hangs on a post.
struct Embed: Sendable, Equatable {
  struct File: Sendable, Equatable {
    var id: String
    var alternative: String?
    var type: String?
    var isVideo = false
  }

  struct Card: Sendable, Equatable {
    var address: String
    var title: String
  }

  var files: [File] = []
  /// Of a video: it stands beside the file, in any order.
  var alternative: String?
  var card: Card?
  var quoted: String?
}

/// What a record of `app.bsky.actor.profile` says of how somebody wants to be read.
struct ProfileRecord: Sendable, Equatable {
  var name = ""
  var labels: [String] = []
}
