public import HeedModel
public import HeedNetwork
import Logging

extension Desk {
  /// What an account can do. While its server does not say, the most careful guess, so that writing goes on.
  public func capabilities(of account: Account) async throws -> Capabilities {
    guard let network = networks[account.network] else {
      return Capabilities(reply: .never)
    }
    do {
      return try await network.capabilities(of: try await access(to: account.id))
    } catch  where error is NetworkError || error is VaultError {
      logger.notice(
        "A server did not say what it can do.",
        metadata: ["account": "\(account.id)", "error": "\(LogText.of(error))"])
      return Capabilities(
        reply: network is any Answering ? .always : .never, canEdit: network is any Editing,
        canDelete: network is any Deleting,
        mediaLimit: network is any MediaTaking || network is any MediaEnclosing ? 4 : 0)
    }
  }
}
