import HeedModel
public import HeedNetwork

extension WordPressNetwork {
  /// By the rights of the account there, asked of the site.
  public func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    // Without an account the comment's own page is opened, where somebody may answer as themselves.
    guard let account else { return Capabilities(reply: .handOff) }
    let me = try await me(client(account))
    // What a comment's own author may not: WordPress ties both to the post that it stands under.
    let mayChange = me.mayModerate || me.may("edit_others_posts")
    return Capabilities(
      reply: .always, length: .bytes(limit: 65_525), canEdit: mayChange,
      editTells: mayChange
        ? "Nobody is told; who comes to the page reads the new words." : "",
      canDelete: mayChange)
  }

  func me(_ client: Client) async throws -> User {
    try await client.get(Client.me, [("context", "edit")]).value
  }
}
