import HeedModel
public import HeedNetwork

extension MastodonNetwork {
  public func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    // Without an account the post's own page is opened, where somebody may answer as themselves.
    guard let account else { return Capabilities(reply: .handOff) }
    return try await servers.knowledge(through: client(account)).capabilities
  }
}

extension Knowledge {
  var capabilities: Capabilities {
    Capabilities(
      reply: .always, length: length, canEdit: canEdit,
      editTells: "Those who passed it on or quoted it are told by their servers.",
      canDelete: true, visibilities: [.public, .unlisted, .followers, .private],
      hasWarning: true, hasLanguage: true, mediaTypes: mediaTypes, mediaLimit: mediaLimit,
      mediaBytes: mediaBytes, keyLife: keyLife)
  }

  /// Mastodon and Pleroma count user-perceived characters, GoToSocial code points. Where nobody
  /// says, code points: they are never fewer.
  private var length: Capabilities.Length {
    switch software {
    case .mastodon: .graphemes(limit: characters, address: perAddress ?? 23)
    case .pleroma, .akkoma: .graphemes(limit: characters, address: nil)
    default: .scalars(limit: characters, address: nil)
    }
  }
}
