import Foundation
public import HeedModel
public import HeedNetwork

extension BlueskyNetwork: MediaTaking {
  /// Hands a picture to the account's server. Doing so again makes no second one: it is called by what it holds.
  public func upload(_ media: OutgoingMedia, as account: AccountAccess) async throws -> RemoteID {
    guard media.type.hasPrefix("image/"), media.bytes.count <= 1_000_000 else {
      throw NetworkError(
        .refused,
        "Bluesky takes pictures of at most a million bytes. Make it smaller, then add it again.",
        certainlyNotSent: true)
    }
    return try await beforeSending {
      let blob = try await blob(media.bytes, type: media.type, client(account))
      let shape = PictureShape(media.bytes)
      return Picture(
        blob: blob, alternative: media.alternative, width: shape?.width, height: shape?.height
      ).id
    }
  }

  func blob(_ bytes: [UInt8], type: String, _ client: Client) async throws -> Blob {
    let response = try await client.procedure(
      "com.atproto.repo.uploadBlob", .bytes(bytes, type: type), timeout: .seconds(120))
    let answer: Uploaded = try client.read(response)
    return Blob(link: answer.blob.ref.link, type: answer.blob.mimeType, size: answer.blob.size)
  }

  private struct Uploaded: Decodable {
    struct Reference: Decodable {
      var link: String
      enum CodingKeys: String, CodingKey { case link = "$link" }
    }
    struct Blob: Decodable {
      var ref: Reference
      var mimeType: String
      var size: Int
    }
    var blob: Blob
  }
}

/// What a server calls bytes that it keeps (https://atproto.com/specs/data-model#blob-type).
struct Blob: Codable, Sendable, Equatable {
  var link: String
  var type: String
  var size: Int

  var json: [String: any Sendable] {
    ["$type": "blob", "ref": ["$link": link], "mimeType": type, "size": size]
  }
}

/// A picture that was handed over, with what is said of it in the post.
struct Picture: Codable, Sendable, Equatable {
  var blob: Blob
  var alternative: String
  var width: Int?
  var height: Int?

  init(blob: Blob, alternative: String, width: Int?, height: Int?) {
    self.blob = blob
    self.alternative = alternative
    self.width = width
    self.height = height
  }

  init?(_ id: RemoteID) {
    guard let read = try? JSONDecoder().decode(Picture.self, from: Data(id.rawValue.utf8)) else {
      return nil
    }
    self = read
  }

  var id: RemoteID {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data = (try? encoder.encode(self)) ?? Data()
    return RemoteID(String(decoding: data, as: UTF8.self))
  }

  /// One of `app.bsky.embed.images`.
  var json: [String: any Sendable] {
    var image: [String: any Sendable] = ["image": blob.json, "alt": alternative]
    if let width, let height, width > 0, height > 0 {
      image["aspectRatio"] = ["width": width, "height": height]
    }
    return image
  }
}
