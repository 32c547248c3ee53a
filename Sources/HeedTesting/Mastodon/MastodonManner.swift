/// How one software deviates from the published Mastodon API.
///
/// Written from published documentation and issue threads, not recorded from servers:
/// https://docs.joinmastodon.org, https://docs.gotosocial.org,
/// https://docs-develop.pleroma.social, https://docs.akkoma.dev, https://docs.pixelfed.org,
/// https://docs.jointakahe.org, https://wiki.friendi.ca/docs/api-mastodon and the notes in
/// `Docs/networks/mastodon.md`.
public struct MastodonManner: Sendable, CustomStringConvertible {
  public enum IDs: Sendable { case snowflake, ulid, flake, hash, number }
  /// How a quote is told: with its state, as the quoted post, below `pleroma`, or not at all.
  public enum Quotes: Sendable { case withState, asPost, belowPleroma, none }

  public var name: String
  /// As `/api/v1/instance` tells it.
  public var version: String
  public var source: String?
  public var api: Int?
  public var ids: IDs
  public var hasInstanceV2 = true
  public var hasGroups = false
  public var hasSearchV2 = true
  public var hasMediaV2 = true
  public var hasSource = true
  public var hasManyAtOnce = false
  public var honoursKeys = true
  public var hasEvents = false
  public var hasSockets = true
  public var hasLinks = true
  /// Walks upwards by `min_id`; without it such a question is answered with nothing.
  public var walksUp = true
  public var pagesOwnPosts = true
  public var knowsSmallRights = true
  public var changesIDs = false
  public var leavesOut = false
  public var isOpen = true
  public var needsUserAgent = false
  public var holdsNewAccounts = false
  public var processesMedia = false
  public var canEdit = true
  /// Says that it is still fetching answers from elsewhere.
  public var refreshesThreads = false
  public var quotes = Quotes.withState
  /// Says 403 and "Invalid credentials." where others say 401.
  public var forbidsBadTokens = false
  /// Tells by a notification that somebody moved.
  public var tellsMoves = false
  public var listsOnlyPublicOwnPosts = false
  /// Keeps no language, and writes `false` for somebody who did not move.
  public var hasNoLanguages = false
  /// What is said to a text that is too long.
  public var tooLongStatus = 422
  /// An answer to a post that is gone becomes a post of its own.
  public var forgetsMissingParents = false
  /// A search for an address that it does not know finds some other post.
  public var guessesInSearch = false
  /// Answers a deletion with an empty list.
  public var deletesSilently = false

  public static let mastodon: Self = {
    var it = Self(name: "mastodon", version: "4.5.2", source: nil, api: 7, ids: .snowflake)
    it.hasGroups = true
    it.hasManyAtOnce = true
    it.hasEvents = true
    it.processesMedia = true
    return it
  }()

  public static let gotosocial: Self = {
    var it = Self(
      name: "gotosocial", version: "0.19.1+git-0000000",
      source: "https://codeberg.org/superseriousbusiness/gotosocial", api: nil, ids: .ulid)
    it.honoursKeys = false
    it.isOpen = false
    it.needsUserAgent = true
    return it
  }()

  public static let pleroma: Self = {
    var it = Self(
      name: "pleroma", version: "2.7.2 (compatible; Pleroma 2.9.1)", source: nil, api: nil,
      ids: .flake)
    it.quotes = .belowPleroma
    it.forbidsBadTokens = true
    it.tellsMoves = true
    return it
  }()

  /// https://docs.akkoma.dev/stable/development/API/differences_in_mastoapi_responses/
  public static let akkoma: Self = {
    var it = pleroma
    it.name = "akkoma"
    it.version = "2.7.2 (compatible; Akkoma 3.15.2)"
    it.quotes = .asPost
    return it
  }()

  /// https://docs.jointakahe.org
  public static let takahe: Self = {
    var it = Self(
      name: "takahe", version: "takahe/0.11.0", source: nil, api: nil, ids: .snowflake)
    it.honoursKeys = false
    it.hasSockets = false
    it.knowsSmallRights = false
    it.quotes = .none
    it.hasNoLanguages = true
    it.tooLongStatus = 400
    it.forgetsMissingParents = true
    return it
  }()

  /// https://wiki.friendi.ca/docs/api-mastodon and
  /// https://github.com/friendica/friendica/issues/11604
  public static let friendica: Self = {
    var it = Self(
      name: "friendica", version: "2.8.0 (compatible; Friendica 2025.07)", source: nil, api: nil,
      ids: .snowflake)
    it.honoursKeys = false
    it.hasSockets = false
    it.knowsSmallRights = false
    it.quotes = .asPost
    it.guessesInSearch = true
    it.deletesSilently = true
    return it
  }()

  public static let snac: Self = {
    var it = Self(
      name: "snac", version: "4.0.0 (not true; really snac/2.83)", source: nil, api: nil,
      ids: .hash)
    it.hasInstanceV2 = false
    it.hasMediaV2 = false
    it.hasSource = false
    it.honoursKeys = false
    it.hasSockets = false
    it.hasLinks = false
    it.walksUp = false
    it.pagesOwnPosts = false
    it.knowsSmallRights = false
    it.changesIDs = true
    it.leavesOut = true
    it.listsOnlyPublicOwnPosts = true
    return it
  }()

  public static let pixelfed: Self = {
    var it = Self(
      name: "pixelfed", version: "3.5.3 (compatible; Pixelfed 0.12.5)", source: nil, api: nil,
      ids: .number)
    it.hasInstanceV2 = false
    it.hasSearchV2 = false
    it.hasSource = false
    it.honoursKeys = false
    it.hasSockets = false
    it.hasLinks = false
    it.knowsSmallRights = false
    it.leavesOut = true
    it.canEdit = false
    return it
  }()

  public static let all: [Self] = [
    mastodon, gotosocial, pleroma, akkoma, snac, takahe, pixelfed, friendica,
  ]

  public var description: String { name }

  public init(name: String, version: String, source: String?, api: Int?, ids: IDs) {
    self.name = name
    self.version = version
    self.source = source
    self.api = api
    self.ids = ids
  }
}
