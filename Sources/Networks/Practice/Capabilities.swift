import HeedModel
public import HeedNetwork

extension PracticeNetwork {
  public func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    let about = try await client.get("/v1/about", as: account, Told.About.self)
    return Capabilities(
      reply: .always, length: .graphemes(limit: about.limit, address: nil), canEdit: true,
      editTells: "People who see the post see that it was edited. Nobody is told.",
      canDelete: true, visibilities: Visibility.allCases, hasWarning: true, hasLanguage: true,
      mediaTypes: about.mediaTypes, mediaLimit: about.mediaLimit, mediaBytes: about.mediaBytes,
      keyLife: about.keyLife.map { .seconds($0) }, seen: .counter)
  }
}
