import Foundation
import HeedMarkup
public import HeedModel
public import HeedNetwork

/// Pages of the web, as somebody reads them.
public struct WebPages: PageReading {
  private let client: FeedClient

  public init(wire: any Wire, clock: any DeskClock) {
    client = FeedClient(wire: wire, clock: clock)
  }

  public func words(at address: String) async throws -> String {
    let document = try await client.ask(address).document
    guard let document else { return "" }
    let type = document.contentType?.lowercased() ?? "text/html"
    guard type.contains("html") || type.hasPrefix("text/") || type.contains("xml") else {
      throw NetworkError(.malformed, "At that address stands a file, not a page.")
    }
    let charset = type.range(of: "charset=").map { type[$0.upperBound...] }
    let text = HTMLCharset.decode(
      document.bytes,
      declared: charset.map { $0.prefix { $0 != ";" }.filter { !"\" ".contains($0) } })
    guard type.contains("html") || type.contains("xml") else { return text }
    return HTMLReader(base: document.address).read(text).plain
  }
}
