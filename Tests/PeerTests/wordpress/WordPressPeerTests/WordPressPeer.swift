import Foundation
import HeedModel
import HeedNetwork
import HeedWire
import Logging
import Testing
import WordPressNetwork

/// The site that `Tests/PeerTests/wordpress/run` started.
struct WordPressPeer: Decodable {
  var address: String
  /// A site of ours beside it, two pages without any program, and where its files lie.
  var shop: String
  var shopFolder: String
  var certificate: String
  /// `name:password`, of whoever set it up and of those who work there.
  var owner: String
  var people: [String: String]

  static let told: WordPressPeer? = ProcessInfo.processInfo.environment["HEED_WORDPRESS_PEER"]
    .flatMap { try? JSONDecoder().decode(WordPressPeer.self, from: Data($0.utf8)) }

  static var isThere: Bool {
    if told == nil {
      print("skipped: HEED_WORDPRESS_PEER names no site; use Scripts/test-peers wordpress")
    }
    return told != nil
  }

  static func plug(_ peer: WordPressPeer) throws -> HTTPWire {
    let hosts = [peer.address, peer.shop].compactMap { URL(string: $0) }.map {
      "127.0.0.1:\($0.port ?? 0)"
    }
    return HTTPWire(
      configuration: WireConfiguration(
        userAgent: "Heed tests", allowedHosts: hosts, openHosts: hosts,
        trustedCertificates: try String(contentsOfFile: peer.certificate, encoding: .utf8),
        clock: PeerClock(), randomness: SystemRandomness()), logger: Logger(label: "peer"))
  }
}

/// The machine's clock: real servers keep to it.
struct PeerClock: DeskClock {
  func now() -> Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
  func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}

struct SystemRandomness: Randomness {
  func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: 0...255) } }
}

/// What people do at a site: a stranger by its form, those who work there by its interface.
struct People {
  let peer: WordPressPeer
  let wire: any Wire

  /// Somebody who passes by.
  func comment(
    _ words: String, by name: String, under post: Int = 1, answering parent: Int = 0
  ) async throws {
    let fields = [
      ("comment_post_ID", String(post)), ("comment_parent", String(parent)), ("author", name),
      ("email", "\(name.lowercased())@people.example"), ("url", ""), ("comment", words),
      ("submit", "Post Comment"),
    ]
    let form = fields.map { "\($0.0)=\(Self.escaped($0.1))" }.joined(separator: "&")
    let answer = try await wire.send(
      WireRequest(
        .post, peer.address + "/wp-comments-post.php",
        headers: [("content-type", "application/x-www-form-urlencoded")], body: Array(form.utf8)))
    #expect(answer.status == 302, "\(String(decoding: answer.body.suffix(300), as: UTF8.self))")
  }

  @discardableResult
  func ask(
    _ method: WireRequest.Method, _ path: String, _ body: [String: any Sendable] = [:],
    as key: String? = nil
  ) async throws -> Any {
    let answer = try await wire.send(
      WireRequest(
        method, "\(peer.address)/wp-json/wp/v2/\(path)",
        headers: [
          ("content-type", "application/json"),
          ("authorization", "Basic " + Data((key ?? peer.owner).utf8).base64EncodedString()),
        ], body: method == .get ? [] : Array(try JSONSerialization.data(withJSONObject: body))))
    #expect(
      (200..<300).contains(answer.status),
      "\(path): \(String(decoding: answer.body.prefix(300), as: UTF8.self))")
    return try JSONSerialization.jsonObject(with: Data(answer.body))
  }

  func post(_ title: String, _ words: String, slug: String) async throws -> (id: Int, link: String)
  {
    let made =
      try await ask(
        .post, "posts", ["title": title, "content": words, "status": "publish", "slug": slug])
      as? [String: Any] ?? [:]
    return (made["id"] as? Int ?? 0, made["link"] as? String ?? "")
  }

  /// As it is kept there.
  func kept(_ id: Int) async throws -> String? {
    let comment =
      try await ask(.get, "comments/\(id)?context=edit") as? [String: Any]
    return (comment?["content"] as? [String: Any])?["raw"] as? String
  }

  private static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

extension Heard {
  var posts: [RemotePost] {
    events.compactMap { if case .post(let post) = $0 { post } else { nil } }
  }
  func post(_ words: String) -> RemotePost? { posts.first { $0.text.plain == words } }
}

extension RemotePost {
  /// Its number at the site.
  var number: Int { Int(reference.remoteID.rawValue.split(separator: "-").last ?? "") ?? 0 }
}
