import HeedDesk
import HeedModel

extension Desk {
  /// Who a cookie's token belongs to.
  func session(token: String) async throws -> (session: Session, member: Member)? {
    try await entry(token: token).session
  }
}
