/// How one software deviates from the published Mastodon API.
///
/// Written from published documentation and issue threads, not recorded from servers:
/// https://docs.joinmastodon.org, https://docs.gotosocial.org,
/// https://docs-develop.pleroma.social, https://docs.pixelfed.org and the notes in
/// `Docs/networks/mastodon.md`.
public struct MastodonManner: Sendable, CustomStringConvertible {
  public enum IDs: Sendable { case snowflake, ulid, flake, hash, number }

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

  public static let pleroma = Self(
    name: "pleroma", version: "2.7.2 (compatible; Pleroma 2.9.1)", source: nil, api: nil,
    ids: .flake)

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

  public static let all: [Self] = [mastodon, gotosocial, pleroma, snac, pixelfed]

  public var description: String { name }

  public init(name: String, version: String, source: String?, api: Int?, ids: IDs) {
    self.name = name
    self.version = version
    self.source = source
    self.api = api
    self.ids = ids
  }
}
