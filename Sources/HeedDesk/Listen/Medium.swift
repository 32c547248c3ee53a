public import HeedModel
import HeedNetwork

extension Desk {
  static let mostMediaBytes = 10 << 20
  static let mostFaceBytes = 2 << 20

  /// A medium that hangs on a post: ours from the folder, theirs fetched by the desk: no member's browser asks another server for it.
  /// What it is follows from its bytes, not from what its server says.
  /// - Returns: its bytes and type; `application/octet-stream` for everything that is no picture.
  public func medium(of id: ID<Post>, at index: Int, for viewer: Viewer) async throws
    -> (bytes: [UInt8], type: String)
  {
    let row = try await record.read { try $0.post(id, for: viewer) }
    return try await medium(of: row?.post, at: index)
  }

  /// The same for whoever proved a handle, of what they see on their side.
  public func medium(of id: ID<Post>, at index: Int, _ visit: Visit) async throws
    -> (bytes: [UInt8], type: String)
  {
    let post = try await record.read { tx in
      let handles = try tx.handles(visit.handles).filter { !$0.isErased && !$0.isOurs }
      return try Self.shown(id, to: handles.map(\.id), tx)
    }
    return try await medium(of: post, at: index)
  }

  private func medium(of post: Post?, at index: Int) async throws
    -> (bytes: [UInt8], type: String)
  {
    let gone = Problem(.notFound, "There is no such picture any more.")
    guard let post, post.removedAt == nil, post.media.indices.contains(index) else { throw gone }
    let address = post.media[index].address
    if address.hasPrefix("upload:"), let upload = ID<Upload>(String(address.dropFirst(7))) {
      guard let kept = try await record.read({ try $0.uploads([upload]).first }) else { throw gone }
      return (try await uploads.read(kept.id.description), kept.type)
    }
    let bytes = try await foreign(
      address, of: post.network, for: .post(post.id, index), most: Self.mostMediaBytes
    ) { try $0.conversation(post.conversation)?.account }
    guard let type = MediaKind.type(of: bytes) else { return (bytes, "application/octet-stream") }
    try Self.requireSane(bytes)
    return (bytes, type)
  }

  /// The picture that somebody shows of themselves, for those who may see words of theirs. Gone with the handle.
  public func face(of id: ID<Handle>, for viewer: Viewer) async throws
    -> (bytes: [UInt8], type: String)
  {
    guard let handle = try await record.read({ try $0.handle(id, for: viewer) }),
      let address = handle.picture
    else { throw Problem(.notFound, "There is no such picture any more.") }
    let bytes = try await foreign(
      address, of: handle.network, for: .face(id), most: Self.mostFaceBytes)
    guard let type = MediaKind.type(of: bytes) else {
      // A drawing may hold scripts, a page anything: neither is a face.
      throw Problem(.unavailable, "What stands there is no picture.")
    }
    try Self.requireSane(bytes)
    return (bytes, type)
  }

  private static func requireSane(_ bytes: [UInt8]) throws {
    guard PictureSize(bytes)?.isSane == true else {
      throw Problem(.unavailable, "This picture would be too large to show.")
    }
  }

  /// From a network that gives out its own, else fetched.
  /// - Parameter account: as whom such a network is asked; looked up for those alone.
  private func foreign(
    _ address: String, of network: NetworkName, for owner: MediaOwner, most: Int,
    as account: @escaping @Sendable (any RecordReading) throws -> ID<Account>? = { _ in nil }
  ) async throws -> [UInt8] {
    if let giver = networks[network] as? any MediaGiving {
      do {
        let access = try await access(to: try await record.read { try account($0) })
        if let given = try await giver.medium(at: address, as: access) { return given }
      } catch let error as NetworkError {
        throw Problem(.unavailable, error.text, cause: error)
      }
    }
    return try await fetched.bytes(at: address, for: owner, most: most) { [self] in
      try await isOnPlaceOfOurs(address)
    }
  }

  /// Whether members chose its host, by an account there or by listening to it.
  private func isOnPlaceOfOurs(_ address: String) async throws -> Bool {
    let host = Self.host(of: address).lowercased()
    return try await record.read { tx in
      try tx.accounts().contains { $0.server.lowercased() == host }
        || tx.sources().contains { Self.host(of: $0.target).lowercased() == host }
    }
  }
}
