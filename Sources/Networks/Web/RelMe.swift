import HeedMarkup
public import HeedModel
public import HeedNetwork

extension WebNetwork {
  /// Pages of one handle that are looked at besides its own.
  static let others = 6

  /// The links by which a handle's page says which other addresses are theirs, and whether those
  /// say the same of it (https://microformats.org/wiki/rel-me). Pages that ask programs to keep away
  /// are left alone, and so are pages that a handle only was given by somebody else's page.
  public func evidence(of handle: RemoteHandle) async -> [RemoteEvidence] {
    guard let page = handle.page, isOwn(page, of: handle.remoteID),
      let links = await links(on: page)
    else { return [] }
    var found: [RemoteEvidence] = []
    if links.isOwn {
      found.append(
        RemoteEvidence(kind: .authorship, here: page, there: page, isMutual: true))
    }
    for there in links.mine.prefix(Self.others) where !WebLink.same(there, page) {
      let back = await self.links(on: there)?.mine ?? []
      found.append(
        RemoteEvidence(
          kind: .relMe, here: page, there: there,
          isMutual: back.contains { WebLink.same($0, page) }))
    }
    return found
  }

  private func links(on address: String) async -> (mine: [String], isOwn: Bool)? {
    guard let page = try? await pages.get(address, checksRobots: true), page.isMarkup else {
      return nil
    }
    let text = page.text
    guard !page.wish(HTMLPage(text, at: page.address)).optsOut else { return nil }
    let formats = Microformats(text, at: page.address)
    let mine = (formats.rels["me"] ?? []).filter { $0.hasPrefix("http") }
    let isOwn = formats.items.contains { card in
      card.types.contains("h-card")
        && (card.properties["uid"] ?? []).contains { WebLink.same($0.text, address) }
        && (card.properties["url"] ?? []).contains { WebLink.same($0.text, address) }
    }
    return (mine, isOwn)
  }
}

extension WebNetwork: OwnPagesReading {
  /// Of the site that said whose it is: see `Authorship`.
  public func isOwn(_ page: String, of handle: RemoteID) -> Bool {
    guard let site = WebPlace(page)?.site else { return false }
    return WebPlace(handle.rawValue)?.site == site
  }

  /// Whoever asks for this says that the page is theirs: a wish that programs keep away is not against them.
  public func ownersLinks(on page: String) async throws -> [String] {
    let found = try await pages.get(page, checksRobots: false)
    guard found.isMarkup else {
      throw NetworkError(.refused, "That is no page that could point to others.")
    }
    let formats = Microformats(found.text, at: found.address)
    return (formats.rels["me"] ?? []).filter { $0.hasPrefix("http") }
  }
}
