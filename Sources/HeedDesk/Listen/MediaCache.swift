public import HeedModel

/// A medium of other people's, kept for a while.
public struct KeptMedium: Sendable, Hashable {
  public var name: String
  public var bytes: Int
  public var keptAt: Instant
  public var usedAt: Instant

  public init(name: String, bytes: Int, keptAt: Instant, usedAt: Instant) {
    self.name = name
    self.bytes = bytes
    self.keptAt = keptAt
    self.usedAt = usedAt
  }
}

/// Where media of other people are kept for a while, outside the database and outside every backup.
public protocol MediaCache: Sendable {
  /// `nil` when it is not kept; counts as a use.
  func read(_ name: String, at now: Instant) async throws -> [UInt8]?
  func write(_ bytes: [UInt8], name: String, at now: Instant) async throws
  /// Removing what is gone is harmless.
  func remove(_ name: String) async throws
  func all() async throws -> [KeptMedium]
}

/// Whom a kept medium belongs to; with it, it goes.
enum MediaOwner: Sendable, Hashable {
  case face(ID<Handle>)
  case post(ID<Post>, Int)

  /// The address is part of the name: a new picture has another.
  func name(at address: String) -> String {
    let mark = Hex.text(Vault.hash(address).prefix(8))
    return switch self {
    case .face(let id): "face-\(id)-\(mark)"
    case .post(let id, let index): "post-\(id)-\(index)-\(mark)"
    }
  }

  init?(name: String) {
    let parts = name.split(separator: "-")
    if parts.count == 3, parts[0] == "face", let id = ID<Handle>(String(parts[1])) {
      self = .face(id)
    } else if parts.count == 4, parts[0] == "post", let id = ID<Post>(String(parts[1])),
      let index = Int(parts[2])
    {
      self = .post(id, index)
    } else {
      return nil
    }
  }
}
