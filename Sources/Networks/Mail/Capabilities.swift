import HeedModel
public import HeedNetwork

extension MailNetwork: MediaEnclosing {
  /// What mail programs show.
  static let pictures = ["image/jpeg", "image/png", "image/gif"]

  public func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    account == nil
      ? Capabilities(reply: .never)
      : Capabilities(
        reply: .always, length: .bytes(limit: 100_000), visibilities: [.private], hasLanguage: true,
        mediaTypes: Self.pictures, mediaLimit: 4, mediaBytes: 3 << 20)
  }
}
