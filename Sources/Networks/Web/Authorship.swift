import HeedMarkup
import HeedModel
import HeedNetwork

/// Who wrote a page. Source: https://indieweb.org/authorship-spec
struct Authorship {
  let pages: Pages
  let reading: PageReading

  func author(of entry: Microformats.Item?) async -> RemoteHandle {
    let named = entry?.properties["author"]?.first ?? feedAuthor
    if let card = named?.item, card.types.contains("h-card") { return handle(card) }
    if let named {
      // An address is the author's page; anything else their name.
      guard let page = web(named.text) else { return handle(name: named.text, page: nil) }
      return await card(at: page)
    }
    if let page = reading.formats.rels["author"]?.first.flatMap(web) { return await card(at: page) }
    return handle(name: nil, page: nil)
  }

  private var feedAuthor: Microformats.Value? {
    reading.formats.items.first { $0.types.contains("h-feed") }?.properties["author"]?.first
  }

  /// The card that an author's page shows of them: the one that is the page's own, else the one
  /// whose address is also theirs elsewhere, else the first that names the page.
  private func card(at page: String) async -> RemoteHandle {
    var formats = reading.formats
    if WebPlace(page)?.page != WebPlace(reading.page.address)?.page {
      guard let found = try? await pages.get(page, checksRobots: true), found.isMarkup else {
        return handle(name: nil, page: page)
      }
      formats = Microformats(found.text, at: found.address)
    }
    let cards = formats.items.filter { $0.types.contains("h-card") }
    func names(_ card: Microformats.Item, _ property: String, _ address: String) -> Bool {
      (card.properties[property] ?? []).contains { WebLink.same($0.text, address) }
    }
    let mine = formats.rels["me"] ?? []
    let card =
      cards.first { names($0, "url", page) && names($0, "uid", page) }
      ?? cards.first { card in mine.contains { names(card, "url", $0) } }
      ?? cards.first { names($0, "url", page) }
    guard let card else { return handle(name: nil, page: page) }
    var handle = handle(card)
    handle.page = page
    return renamed(handle, page: page)
  }

  private func handle(_ card: Microformats.Item) -> RemoteHandle {
    let page = card.properties["url"]?.lazy.compactMap { self.web($0.text) }.first
    var handle = handle(name: card.text("name"), page: page)
    handle.picture = card.text("photo").flatMap(web)
    return handle
  }

  private func handle(name: String?, page: String?) -> RemoteHandle {
    let site = WebPlace(reading.page.address)?.site ?? reading.page.address
    let shown = WebAddress.shown(page ?? site)
    let name = name.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    return renamed(
      RemoteHandle(
        remoteID: RemoteID(site), address: shown,
        name: name.flatMap { $0.isEmpty ? nil : String($0.prefix(200)) } ?? shown,
        page: page ?? site + "/"), page: page)
  }

  /// A page may name anybody as its author: only of its own site that is taken as it is. Of others it
  /// is shown whose word it is.
  private func renamed(_ handle: RemoteHandle, page: String?) -> RemoteHandle {
    var handle = handle
    let site = WebPlace(reading.page.address)?.site ?? ""
    if let page, let place = WebPlace(page) {
      let key = place.target == "/" ? place.site : place.page
      let isOwn = place.site == site
      handle.remoteID = RemoteID(isOwn ? key : "\(site)#\(key)")
      let shown = WebAddress.shown(page)
      let address = isOwn ? shown : "\(shown) (\(WebAddress.shown(site)))"
      if handle.name == handle.address { handle.name = address }
      handle.address = address
    } else {
      handle.remoteID = RemoteID(handle.name == handle.address ? site : "\(site)#\(handle.name)")
    }
    return handle
  }

  private func web(_ address: String) -> String? {
    WebAddress.resolve(address).flatMap { $0.hasPrefix("http") ? $0 : nil }
  }
}

/// Addresses as people mean them: with or without `s`, with or without a slash at the end.
enum WebLink {
  static func same(_ a: String, _ b: String) -> Bool {
    guard let a = key(a), let b = key(b) else { return false }
    return a == b
  }

  private static func key(_ address: String) -> String? {
    WebPlace(address).map { place in
      let page = place.host + place.target
      return page.hasSuffix("/") ? String(page.dropLast()) : page
    }
  }
}
