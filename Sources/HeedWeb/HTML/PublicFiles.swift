import HeedModel

/// The files that browsers fetch: the stylesheet, the scripts, the mark. Built into the binary.
public enum PublicFiles {
  /// One file as it is sent.
  public struct File: Sendable {
    public let name: String
    public let type: String
    public let bytes: [UInt8]
  }

  public static let all: [File] = [
    File(name: "heed.css", type: css, bytes: PackageResources.heed_css),
    File(name: "favicon.svg", type: "image/svg+xml", bytes: PackageResources.favicon_svg),
    File(name: "heed.js", type: script, bytes: PackageResources.heed_js),
    File(name: "composer.js", type: script, bytes: PackageResources.composer_js),
    File(name: "drafts.js", type: script, bytes: PackageResources.drafts_js),
    File(name: "fragments.js", type: script, bytes: PackageResources.fragments_js),
    File(name: "keys.js", type: script, bytes: PackageResources.keys_js),
    File(name: "live.js", type: script, bytes: PackageResources.live_js),
    File(name: "presence.js", type: script, bytes: PackageResources.presence_js),
    File(name: "think.js", type: script, bytes: PackageResources.think_js),
    File(name: "push.js", type: script, bytes: PackageResources.push_js),
    File(name: "topics.js", type: script, bytes: PackageResources.topics_js),
    File(name: "zone.js", type: script, bytes: PackageResources.zone_js),
  ]

  /// Changes when any file does, so that each may be kept by browsers for good.
  public static let hash: String = String(
    StableHash.of(bytes: all.lazy.flatMap(\.bytes)), radix: 36)

  /// Shows pushes. It stands at the top, for it serves every page, and is never kept: it changes as soon as it may.
  public static let worker = File(
    name: "worker.js", type: script, bytes: PackageResources.worker_js)

  /// The file of that name, whatever hash was asked for: a page from before an upgrade still finds its style.
  public static func file(_ name: String) -> File? { all.first { $0.name == name } }

  static func route(_ name: String) -> Route { .asset(hash: hash, file: name) }

  private static let css = "text/css; charset=utf-8"
  private static let script = "text/javascript; charset=utf-8"
}
