import HeedModel
import HeedNetwork

/// Hosts that are listened to, answered from, or the desk's own: what stands there is many people's, and ours.
///
/// A guest below an article has the article's site in place of an address, and types any page as theirs. Where they are
/// erased, only what is theirs alone is taken for what tells of them.
struct ListenedPlaces {
  private let hosts: Set<String>

  init(_ tx: any RecordReading, _ desk: Desk) throws {
    let accounts = try tx.accounts()
    let ours = try tx.handles(accounts.map(\.handle))
    let places =
      try tx.sources().map(\.target) + accounts.map(\.server)
      + ours.flatMap { [$0.address, $0.page ?? ""] } + [desk.address.base]
    hosts = Set(places.compactMap(Self.host))
  }

  /// Whether an address is the front of such a place.
  func contains(_ address: String) -> Bool {
    Self.bare(address).map { !$0.contains("/") && hosts.contains($0) } ?? false
  }

  /// Whether its place tells its address, and nobody types one.
  func vouches(for handle: Handle, in networks: Networks) -> Bool {
    networks[handle.network] is any VouchingForAuthors || handle.address.contains("@")
  }

  /// A handle without what is not known to be its own; and pages and addresses that it only calls so and that are no such
  /// place's.
  func parted(_ handle: Handle, in networks: Networks) -> (own: Handle, typed: [String]) {
    let network = networks[handle.network]
    guard !(network is any VouchingForAuthors) else { return (handle, []) }
    var own = handle
    var typed: [String] = []
    if let page = handle.page, !isOwn(page, handle, network) {
      own.page = nil
      typed.append(page)
    }
    if !isOwn(handle.address, handle, network) {
      own.address = ""
      typed.append(handle.address)
    }
    if let picture = handle.picture, stands(picture) { own.picture = nil }
    if contains(handle.name) { own.name = "" }
    return (own, typed.filter { !stands($0) }.compactMap(Self.bare))
  }

  /// What tells of somebody: their handles without what is not their own, and further addresses of theirs that are no such
  /// place's.
  func telling(of handles: [Handle], called: [String], in networks: Networks)
    -> (own: [Handle], forgetting: Forgetting)
  {
    let own = handles.map { parted($0, in: networks).own }
    let forgetting = Forgetting(
      handles: own, called: called.filter { !contains($0) }, said: [])
    return (own, forgetting)
  }

  private func isOwn(_ address: String, _ handle: Handle, _ network: (any Network)?) -> Bool {
    if address.contains("@") && !address.contains("/") { return true }
    let pages = [address, "https://" + address, "http://" + address, "https://" + address + "/"]
    let knowing = network as? any PageKnowing
    return pages.contains { knowing?.isOwn($0, of: handle.remoteID) ?? false }
  }

  private func stands(_ address: String) -> Bool {
    Self.host(address).map(hosts.contains) ?? false
  }

  /// Without its scheme, the `www.` in front and what ends it.
  private static func bare(_ address: String) -> String? {
    var rest = PlaceServer.withoutScheme(address)
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    while rest.last == "/" { rest.removeLast() }
    return rest.isEmpty ? nil : String(rest)
  }

  /// `nil` for what has none: a word, a mail address.
  private static func host(_ address: String) -> String? {
    guard let bare = bare(address) else { return nil }
    let host = bare.prefix { !"/?#:".contains($0) }
    return host.contains(".") && !host.contains("@") ? String(host) : nil
  }
}
