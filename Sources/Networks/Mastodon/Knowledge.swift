import HeedModel
import HeedNetwork

/// What a server told about itself: its software, its limits, its rules. Asked, never assumed;
/// what it leaves out gets the most careful value.
struct Knowledge: Sendable, Hashable {
  enum Software: String, Sendable {
    case mastodon, gotosocial, pleroma, akkoma, snac, takahe, pixelfed, friendica, unknown
  }

  var software = Software.unknown
  var version: [Int] = []
  /// The Mastodon version that it says it is compatible with.
  var compatible: [Int] = []
  /// The host in its people's addresses, which may differ from the host of its API.
  var domain: String
  var characters = 500
  var perAddress: Int?
  var mediaLimit = 4
  var mediaBytes = 8 << 20
  var mediaTypes: [String] = ["image/jpeg", "image/png", "image/gif"]
  var rules: [String] = []
  /// Where its API lives, if it led there from where it was asked.
  var home: Server?
  var streaming: String?
  /// The number of the Mastodon API as a whole, since 4.3
  /// (https://docs.joinmastodon.org/entities/Instance/#api-versions).
  var api = 0

  init(domain: String) { self.domain = domain }

  func isAtLeast(_ major: Int, _ minor: Int) -> Bool {
    let own = version + [0, 0]
    return (own[0], own[1]) >= (major, minor)
  }
}

extension Knowledge {
  /// How long it remembers the key of a message; `nil` where it ignores keys or nobody says.
  ///
  /// Mastodon: an hour (https://docs.joinmastodon.org/methods/statuses/#headers), taken as 55
  /// minutes. Pleroma and Akkoma keep answers by key for some hours in a cache of limited size,
  /// taken as the same.
  var keyLife: Duration? {
    switch software {
    case .mastodon, .pleroma, .akkoma: .minutes(55)
    case .gotosocial, .snac, .takahe, .pixelfed, .friendica, .unknown: nil
    }
  }

  /// Whether reading our own posts shows those of a visibility; where it does not, one that is
  /// not found may be there all the same.
  func ownListShows(_ visibility: Visibility) -> Bool {
    switch software {
    case .mastodon, .gotosocial: true
    case .pleroma, .akkoma, .takahe, .friendica: !visibility.isPrivate
    case .snac, .pixelfed, .unknown: visibility == .public
    }
  }

  /// Whether the server's own id of a post stays the same for good.
  var idsStay: Bool {
    switch software {
    case .mastodon, .gotosocial, .pleroma, .akkoma, .takahe: true
    case .snac, .pixelfed, .friendica, .unknown: false
    }
  }

  var canEdit: Bool {
    switch software {
    case .mastodon: isAtLeast(3, 5)
    case .gotosocial: isAtLeast(0, 18)
    case .pleroma: isAtLeast(2, 5)
    case .akkoma, .snac, .friendica: true
    // Its documentation does not say since when; 0.11 can.
    case .takahe: isAtLeast(0, 11)
    case .pixelfed: false
    case .unknown: (compatible + [0, 0])[0] >= 4
    }
  }

  /// Whether it understands rights smaller than `read` and `write`.
  var hasSmallRights: Bool {
    switch software {
    case .mastodon, .gotosocial, .pleroma, .akkoma: true
    case .snac, .takahe, .pixelfed, .friendica, .unknown: false
    }
  }

  /// Servers that treat text as Markdown unless told otherwise would change what was written.
  var wantsPlainText: Bool {
    switch software {
    case .gotosocial, .pleroma, .akkoma: true
    default: false
    }
  }

  /// Mastodon alone streams by server-sent events; the others only by WebSocket.
  var streamsByEventsFirst: Bool { software == .mastodon }

  /// Servers known to have no streams at all.
  var hasNoStreams: Bool {
    switch software {
    case .snac, .takahe, .pixelfed, .friendica: true
    default: false
    }
  }
}
