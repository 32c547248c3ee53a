import Foundation
import HeedDesk
import HeedModel
import HeedNetwork

/// Public corrections for programs. Like the page, they are not there while no lead has turned them on.
extension Call {
  private func feed() async throws -> CorrectionFeed {
    let found = try await desk.publicCorrections(PageRequest(limit: 50))
    let settings = try await desk.settings()
    return CorrectionFeed(
      rows: found.rows, base: desk.address.base, organisation: settings.organisation,
      words: Words.of(settings.language), now: page.now)
  }

  func correctionsAtom() async throws -> Answer {
    .plain(try await feed().atom, status: 200, type: "application/atom+xml; charset=utf-8")
  }

  func correctionsFeed() async throws -> Answer {
    .plain(try await feed().json(), status: 200, type: "application/feed+json; charset=utf-8")
  }

  func correctionsData() async throws -> Answer {
    .plain(try await feed().data(), status: 200, type: "application/ld+json; charset=utf-8")
  }
}

/// The same corrections in the forms that programs read.
struct CorrectionFeed {
  var rows: [PublishedCorrection]
  /// The desk's address, without a slash at the end.
  var base: String
  var organisation: String
  var words: Words
  var now: Instant

  private var title: String { words.mistake.corrections(organisation) }

  private func address(_ route: Route) -> String { base + route.path }

  /// Its place on the page: what it is called everywhere.
  private func address(_ one: PublishedCorrection) -> String {
    address(.corrections()) + "#c\(one.id)"
  }

  private func text(_ one: PublishedCorrection) -> String {
    one.kind == .reopened
      ? "\(words.mistake.reopenedPublic)\n\(one.wrong)"
      : """
      \(words.mistake.publicWrong): \(one.wrong)
      \(words.mistake.publicRight): \(one.right)
      """
  }

  /// Atom (RFC 4287).
  var atom: String {
    let updated = rows.map(\.at).max() ?? now
    let entries = rows.map { one in
      """
      <entry><id>\(xml(address(one)))</id><title>\(xml(String(one.wrong.prefix(120))))</title>\
      <updated>\(SpokenTime.machine(one.at))</updated>\
      <link rel="alternate" href="\(xml(address(one)))"/>\
      \(one.address.flatMap(ForeignAddress.safe).map { "<link rel=\"related\" href=\"\(xml($0))\"/>" } ?? "")\
      <content type="text">\(xml(text(one)))</content></entry>
      """
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom"><id>\(xml(address(.corrections())))</id>\
      <title>\(xml(title))</title><updated>\(SpokenTime.machine(updated))</updated>\
      <author><name>\(xml(organisation.isEmpty ? "Heed" : organisation))</name></author>\
      <link rel="self" href="\(xml(address(.correctionsAtom)))"/>\
      <link rel="alternate" href="\(xml(address(.corrections())))"/>
      \(entries.joined(separator: "\n"))
      </feed>

      """
  }

  /// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
  func json() throws -> String {
    struct Feed: Encodable {
      struct Item: Encodable {
        enum CodingKeys: String, CodingKey {
          case id, url, title
          case externalURL = "external_url"
          case contentText = "content_text"
          case datePublished = "date_published"
        }
        var id: String
        var url: String
        var externalURL: String?
        var title: String
        var contentText: String
        var datePublished: String
      }
      enum CodingKeys: String, CodingKey {
        case version, title, language, items
        case homePageURL = "home_page_url"
        case feedURL = "feed_url"
      }
      var version = "https://jsonfeed.org/version/1.1"
      var title: String
      var homePageURL: String
      var feedURL: String
      var language: String
      var items: [Item]
    }
    return try encoded(
      Feed(
        title: title, homePageURL: address(.corrections()), feedURL: address(.correctionsFeed),
        language: words.language,
        items: rows.map {
          Feed.Item(
            id: address($0), url: address($0),
            externalURL: $0.address.flatMap(ForeignAddress.safe),
            title: String($0.wrong.prefix(120)), contentText: text($0),
            datePublished: SpokenTime.machine($0.at))
        }))
  }

  /// What was wrong with its corrections, as https://schema.org/correction says it.
  func data() throws -> String {
    struct Comment: Encodable {
      enum CodingKeys: String, CodingKey {
        case type = "@type"
        case id = "@id"
        case url, text, datePublished
      }
      var type = "CorrectionComment"
      var id: String
      var url: String
      var text: String
      var datePublished: String
    }
    struct Work: Encodable {
      enum CodingKeys: String, CodingKey {
        case type = "@type"
        case url, correction
      }
      var type = "CreativeWork"
      var url: String?
      var correction: [Comment]
    }
    struct Page: Encodable {
      enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type = "@type"
        case url, name, inLanguage, hasPart
      }
      var context = "https://schema.org"
      var type = "CollectionPage"
      var url: String
      var name: String
      var inLanguage: String
      var hasPart: [Work]
    }
    var order: [ID<Mistake>] = []
    var byMistake: [ID<Mistake>: [PublishedCorrection]] = [:]
    for one in rows {
      if byMistake[one.mistake] == nil { order.append(one.mistake) }
      byMistake[one.mistake, default: []].append(one)
    }
    return try encoded(
      Page(
        url: address(.corrections()), name: title, inLanguage: words.language,
        hasPart: order.compactMap { byMistake[$0] }.map { entries in
          Work(
            url: entries.first?.address.flatMap(ForeignAddress.safe),
            correction: entries.map {
              Comment(
                id: address($0), url: address($0), text: text($0),
                datePublished: SpokenTime.machine($0.at))
            })
        }))
  }

  private func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// Text as XML may hold it: what no XML 1.0 document can say is left out.
  private func xml(_ text: String) -> String {
    let kept = text.unicodeScalars.filter {
      switch $0.value {
      case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
      default: false
      }
    }
    return HTML(escaping: String(String.UnicodeScalarView(kept))).markup
  }
}
