public import HeedModel
import HeedNetwork

extension Desk {
  static let mostMediaBytes = 10 << 20

  /// A medium that hangs on a post: ours from the folder, theirs fetched by the desk: no member's browser asks another server for it.
  /// Never stored; what it is follows from its bytes, not from what its server says.
  /// - Returns: its bytes and type; `application/octet-stream` for everything that is no picture.
  public func medium(of id: ID<Post>, at index: Int, for viewer: Viewer) async throws
    -> (bytes: [UInt8], type: String)
  {
    guard let row = try await record.read({ try $0.post(id, for: viewer) }),
      row.post.media.indices.contains(index)
    else { throw Problem(.notFound, "There is no such picture any more.") }
    let address = row.post.media[index].address
    if address.hasPrefix("upload:"), let upload = ID<Upload>(String(address.dropFirst(7))) {
      let (kept, bytes) = try await media(upload, of: id, for: viewer)
      return (bytes, kept.type)
    }
    if let bytes = try await given(address, hangingOn: row.post) {
      return (bytes, MediaKind.type(of: bytes) ?? "application/octet-stream")
    }
    guard let wire else {
      throw Problem(.unavailable, "This desk fetches nothing from elsewhere.")
    }
    do {
      let answer = try await wire.send(
        WireRequest(
          .get, address, headers: [(name: "accept", value: "image/*")],
          maximumBytes: Self.mostMediaBytes))
      guard answer.status == 200 else {
        throw Problem(.unavailable, "Its server does not give it out just now.")
      }
      return (answer.body, MediaKind.type(of: answer.body) ?? "application/octet-stream")
    } catch let error as WireError {
      throw Problem(.unavailable, error.text, cause: error)
    }
  }

  /// From a network that gives out its own.
  private func given(_ address: String, hangingOn post: Post) async throws -> [UInt8]? {
    guard let giver = networks[post.network] as? any MediaGiving else { return nil }
    let conversation = try await record.read { try $0.conversation(post.conversation) }
    do {
      return try await giver.medium(
        at: address, as: try await access(to: conversation?.account))
    } catch let error as NetworkError {
      throw Problem(.unavailable, error.text, cause: error)
    }
  }
}
