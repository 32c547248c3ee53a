import Crypto
import HeedModel
import Synchronization

/// Makes digests that say nothing to whoever has the database alone: their key is sealed with the desk's own.
struct Digests: Sendable {
  private let key: SymmetricKey

  init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

  /// HMAC with SHA-256 (RFC 2104); each part with its length before it, so that no two lists run into one.
  func digest(_ kind: String, _ parts: [String]) -> [UInt8] {
    var message: [UInt8] = []
    for part in [kind] + parts { message += Array("\(part.utf8.count):\(part)".utf8) }
    return Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
  }

  func handle(_ network: NetworkName, _ id: RemoteID) -> [UInt8] {
    digest("handle", [network.rawValue, id.rawValue])
  }

  /// An address, a page or an id that somebody is known by wherever it stands.
  func name(_ needle: String) -> [UInt8] { digest("name", [needle]) }

  /// Somebody who was erased before they were ever heard, wherever they are called so.
  func address(_ bare: String) -> [UInt8] { digest("address", [bare]) }

  /// What a post of somebody who was erased is called from then on: found again by its id, and telling nothing.
  func post(_ network: NetworkName, _ id: RemoteID) -> RemoteID {
    RemoteID(Handle.erasedMark + Hex.text(digest("post", [network.rawValue, id.rawValue])))
  }
}

/// Keeps the opened key, so that it is opened once a process.
final class DigestBook: Sendable {
  static let secret = "digests"
  private let known = Mutex<Digests?>(nil)

  /// `nil` while there is none.
  func current(_ tx: any RecordReading, _ vault: Vault) throws -> Digests? {
    if let known = known.withLock({ $0 }) { return known }
    guard let sealed = try tx.deskSecret(Self.secret) else { return nil }
    let digests = Digests(key: try vault.open(sealed, for: Owner.secret(Self.secret)))
    known.withLock { $0 = digests }
    return digests
  }
}

extension Desk {
  /// `nil` on a desk that never needed any.
  func digests(in tx: any RecordReading) throws -> Digests? { try digestBook.current(tx, vault) }

  /// Made with the first thing that needs them. Not kept in memory before it is durable.
  func digestsMade(in tx: any RecordWriting) throws -> Digests {
    if let known = try digests(in: tx) { return known }
    let key = randomness.bytes(32)
    try tx.save(
      deskSecret: try vault.seal(key, for: Owner.secret(DigestBook.secret)),
      named: DigestBook.secret)
    return Digests(key: key)
  }
}
