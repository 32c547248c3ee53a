import HeedModel
public import HeedNetwork

extension MailNetwork {
  public func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    account == nil
      ? Capabilities(reply: .never)
      : Capabilities(
        reply: .always, length: .bytes(limit: 100_000), visibilities: [.private], hasLanguage: true)
  }
}
