import Foundation
import HeedNetwork

/// JSON of single questions; streams and lists of posts go through `JSONReader`.
enum JSON {
  static func read<T: Decodable>(_ response: WireResponse) throws -> T {
    try JSONDecoder().decode(T.self, from: Data(response.body))
  }

  /// Members in order, so that the same thing is the same bytes every time.
  static func bytes(_ object: [String: any Sendable]) -> [UInt8] {
    let data = try? JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    return data.map(Array.init) ?? []
  }

  static func object(_ bytes: [UInt8]) -> [String: Any]? {
    (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any]
  }
}
