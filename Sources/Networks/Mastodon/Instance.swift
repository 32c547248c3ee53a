import Foundation
import HeedNetwork

/// The answer of `/api/v2/instance`, or of `/api/v1/instance` where there is nothing newer, as
/// knowledge.
struct Instance: Decodable, Sendable {
  private(set) var knowledge: Knowledge
  /// Whether the answer had anything that a server of this API tells.
  private(set) var isOne: Bool

  init(from decoder: any Decoder) throws {
    let fields = try Fields(decoder)
    let said = fields.word("domain") ?? fields.word("uri") ?? ""
    var it = Knowledge(domain: Server(said)?.host ?? "")
    let version = fields.word("version") ?? (try? fields.id("version"))
    isOne = version != nil
    Self.readVersion(version ?? "", source: fields.text("source_url"), into: &it)

    let configuration: Configuration? = fields.one("configuration")
    it.characters =
      configuration?.characters ?? Self.positive(fields.number("max_toot_chars"))
      ?? Self.positive(fields.number("max_characters")) ?? it.characters
    it.perAddress = configuration?.perAddress
    it.mediaLimit = configuration?.mediaLimit ?? it.mediaLimit
    it.mediaBytes =
      configuration?.mediaBytes ?? Self.positive(fields.number("upload_limit")) ?? it.mediaBytes
    if let types = configuration?.mediaTypes, !types.isEmpty { it.mediaTypes = types }
    let old: Addresses? = fields.one("urls")
    it.streaming = configuration?.streaming ?? old?.streaming
    let rules: [Rule] = fields.list("rules")
    it.rules = rules.map(\.text)
    let versions: Versions? = fields.one("api_versions")
    it.api = versions?.mastodon ?? 0
    knowledge = it
  }

  private static func positive(_ number: Int?) -> Int? { number.flatMap { $0 > 0 ? $0 : nil } }

  mutating func settle(_ server: Server) {
    if knowledge.domain.isEmpty { knowledge.domain = server.host }
  }

  /// `4.5.1`, `4.3.0+glitch`, `2.7.2 (compatible; Pleroma 2.6.0)`, `0.19.1+git-1234` with
  /// GoToSocial's source address.
  ///
  /// What it is counts, not what it says that it is like: `3.0.0 (compatible; Sharkey 2025.4;
  /// like Akkoma)` keeps no keys, as Akkoma does.
  private static func readVersion(_ text: String, source: String?, into it: inout Knowledge) {
    it.compatible = numbers(text[...])
    it.version = it.compatible
    let lower = text.lowercased()
    if let product = products(in: lower).first {
      guard let software = known[String(product.prefix { $0.isLetter })] else { return }
      it.software = software
      let own = numbers(product)
      if !own.isEmpty { it.version = own }
      return
    }
    let folders = source?.lowercased().split(separator: "/") ?? []
    if let software = folders.lazy.compactMap({ known[String($0)] }).first {
      it.software = software
      return
    }
    // Anything else that is "compatible" is somebody whom we do not know.
    if !lower.contains("compatible"), let major = it.version.first, major >= 1 {
      it.software = .mastodon
    }
  }

  private static let known: [String: Knowledge.Software] = [
    "gotosocial": .gotosocial, "pleroma": .pleroma, "akkoma": .akkoma, "snac": .snac,
    "takahe": .takahe, "takahē": .takahe, "pixelfed": .pixelfed, "friendica": .friendica,
  ]

  /// The products that it names, each with what follows: not the number in front, not that it is
  /// compatible or what it is like.
  private static func products(in version: String) -> [Substring] {
    version.split { "();".contains($0) }.compactMap { part in
      var part = part.drop(while: \.isWhitespace)
      if part.hasPrefix("it's ") { part = part.dropFirst(5) }
      guard let first = part.first, first.isLetter,
        !["compatible", "like ", "not "].contains(where: { part.hasPrefix($0) })
      else { return nil }
      return part
    }
  }

  private static func numbers(_ text: Substring) -> [Int] {
    let start = text.drop { !$0.isNumber }
    let version = start.prefix { $0.isNumber || $0 == "." }
    return version.split(separator: ".").compactMap { Int($0) }
  }

  private struct Configuration: Decodable {
    var characters: Int?
    var perAddress: Int?
    var mediaLimit: Int?
    var mediaBytes: Int?
    var mediaTypes: [String]
    var streaming: String?

    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      let statuses: Numbers? = fields.one("statuses")
      let media: Numbers? = fields.one("media_attachments")
      characters = statuses?["max_characters"]
      perAddress = statuses?["characters_reserved_per_url"]
      mediaLimit = statuses?["max_media_attachments"]
      mediaBytes = media?["image_size_limit"]
      mediaTypes = media?.types ?? []
      let urls: Addresses? = fields.one("urls")
      streaming = urls?.streaming
    }
  }

  private struct Numbers: Decodable {
    private let fields: Fields
    let types: [String]

    init(from decoder: any Decoder) throws {
      fields = try Fields(decoder)
      types = fields.list("supported_mime_types")
    }

    subscript(name: String) -> Int? { fields.number(name).flatMap { $0 > 0 ? $0 : nil } }
  }

  private struct Addresses: Decodable {
    var streaming: String?
    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      streaming = fields.text("streaming") ?? fields.text("streaming_api")
    }
  }

  private struct Rule: Decodable {
    var text: String
    init(from decoder: any Decoder) throws {
      if let bare = try? decoder.singleValueContainer().decode(String.self) {
        text = bare
        return
      }
      text = try Fields(decoder).neededText("text")
    }
  }

  private struct Versions: Decodable {
    var mastodon: Int?
    init(from decoder: any Decoder) throws { mastodon = try Fields(decoder).number("mastodon") }
  }
}
