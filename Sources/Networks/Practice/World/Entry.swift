import HeedModel

/// Something that was said in the place.
struct Entry: Sendable, Equatable {
  var id: String
  var author: String
  var at: Instant
  var editedAt: Instant?
  var parent: String?
  /// The first post of the thread.
  var root: String
  var visibility: Visibility
  var warning: String?
  var text: String
  var language: String?
  var media: [Picture]
  var removedAt: Instant?
  /// Ids of people, by their names in the text when it was first said.
  var mentions: [String]
  /// Folded, without their mark.
  var tags: [String]

  struct Picture: Sendable, Equatable, Codable {
    var address: String
    var alternative: String?
    var type: String
  }
}

/// One thing that changed, in the order in which it became known.
enum Change: Sendable, Equatable {
  case said(String)
  case gone(String)
  case reacted(Reaction)
  case reactionTakenBack(Reaction)

  struct Reaction: Sendable, Hashable {
    var kind: HeedModel.Reaction.Kind
    var post: String
    var by: String
    var at: Instant
  }

  var post: String {
    switch self {
    case .said(let id), .gone(let id): id
    case .reacted(let reaction), .reactionTakenBack(let reaction): reaction.post
    }
  }
}

/// What somebody wants to say, before it has an id.
struct Saying: Sendable, Equatable {
  var author: String
  var text: String
  var parent: String?
  var visibility: Visibility = .public
  var warning: String?
  var language: String?
  var media: [Entry.Picture] = []
}
