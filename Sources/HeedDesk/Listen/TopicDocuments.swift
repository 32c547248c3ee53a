import HeedModel
import HeedNetwork
import HeedTopics

/// A post as topics see it. The one place that says so: on its way in and in the stored search alike, so that a topic
/// means the same for the past and for the future.
enum TopicDocuments {
  static func document(
    title: String?, warning: String?, text: RichText, media: [Media], author: String?,
    network: NetworkName, declaredLanguage: String?, reading: Reading, quotes: Bool,
    source: String?
  ) -> TopicDocument {
    let mentions = text.mentions.map(\.handle)
    var has = Set(media.isEmpty ? [] : ["media"] + media.map(\.kind.rawValue))
    if warning?.isEmpty == false { has.insert("warning") }
    if quotes { has.insert("quote") }
    return TopicDocument(
      text: [title, warning, text.plain].compactMap { $0 }.filter { !$0.isEmpty }
        .joined(separator: "\n\n"),
      tags: text.tags, mentions: mentions, links: text.links, author: author,
      addressees: mentions, network: network.rawValue,
      language: reading.language ?? declaredLanguage,
      kinds: Set(reading.kinds.map(\.rawValue)), tone: reading.tone?.rawValue, has: has,
      source: source)
  }

  /// - Parameter source: the name of the source that brought it first.
  static func document(of post: Post, author: Handle?, source: String?) -> TopicDocument {
    document(
      title: post.title, warning: post.warning, text: post.text, media: post.media,
      author: author?.address, network: post.network, declaredLanguage: post.language,
      reading: post.reading, quotes: post.quoted != nil, source: source)
  }

  static func prepared(_ post: Post, author: Handle?, source: String?) -> PreparedDocument {
    PreparedDocument(document(of: post, author: author, source: source))
  }
}

/// What the sources are called, each asked for once in a transaction.
final class SourceNames {
  private let tx: any RecordReading
  private var known: [ID<Source>: String?] = [:]

  init(_ tx: any RecordReading) { self.tx = tx }

  subscript(_ id: ID<Source>?) -> String? {
    get throws {
      guard let id else { return nil }
      if let name = known[id] { return name }
      let name = try tx.source(id)?.name.english
      known[id] = .some(name)
      return name
    }
  }

  /// Called where one is named anew.
  func forget(_ id: ID<Source>) { known[id] = nil }
}

extension SearchPlan {
  /// In the words of the record's port.
  var terms: SearchTerms {
    switch self {
    case .all: .all
    case .term(let term): .term(term)
    case .prefix(let term): .prefix(term)
    case .and(let parts): .and(parts.map(\.terms))
    case .or(let parts): .or(parts.map(\.terms))
    }
  }
}
