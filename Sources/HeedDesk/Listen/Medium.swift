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
    guard let row = try await record.read({ try $0.post(id, for: viewer) }),
      row.post.removedAt == nil, row.post.media.indices.contains(index)
    else { throw Problem(.notFound, "There is no such picture any more.") }
    let address = row.post.media[index].address
    if address.hasPrefix("upload:"), let upload = ID<Upload>(String(address.dropFirst(7))) {
      let (kept, bytes) = try await media(upload, of: id, for: viewer)
      return (bytes, kept.type)
    }
    let conversation = try await record.read { try $0.conversation(row.post.conversation) }
    let bytes =
      if let given = try await given(
        address, by: row.post.network, to: conversation?.account)
      { given } else {
        try await fetched.bytes(at: address, for: .post(id, index), most: Self.mostMediaBytes)
      }
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
    let bytes =
      if let given = try await given(address, by: handle.network, to: nil) { given } else {
        try await fetched.bytes(at: address, for: .face(id), most: Self.mostFaceBytes)
      }
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

  /// From a network that gives out its own.
  private func given(
    _ address: String, by network: NetworkName, to account: ID<Account>?
  ) async throws -> [UInt8]? {
    guard let giver = networks[network] as? any MediaGiving else { return nil }
    do {
      return try await giver.medium(at: address, as: try await access(to: account))
    } catch let error as NetworkError {
      throw Problem(.unavailable, error.text, cause: error)
    }
  }
}
