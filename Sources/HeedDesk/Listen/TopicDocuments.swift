import HeedModel
import HeedNetwork
import HeedTopics

/// A post as topics see it. The one place that says so: on its way in and in the stored search alike, so that a topic
/// means the same for the past and for the future.
enum TopicDocuments {
  static func document(
    title: String?, warning: String?, text: RichText, media: [Media], author: String?,
    network: NetworkName, declaredLanguage: String?, reading: Reading
  ) -> TopicDocument {
    let mentions = text.mentions.map(\.handle)
    return TopicDocument(
      text: [title, warning, text.plain].compactMap { $0 }.filter { !$0.isEmpty }
        .joined(separator: "\n\n"),
      tags: text.tags, mentions: mentions, links: text.links, author: author,
      addressees: mentions, network: network.rawValue,
      language: reading.language ?? declaredLanguage,
      kinds: Set(reading.kinds.map(\.rawValue)), tone: reading.tone?.rawValue,
      has: Set(media.isEmpty ? [] : ["media"] + media.map(\.kind.rawValue)))
  }

  static func document(of post: Post, author: Handle?) -> TopicDocument {
    document(
      title: post.title, warning: post.warning, text: post.text, media: post.media,
      author: author?.address, network: post.network, declaredLanguage: post.language,
      reading: post.reading)
  }
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

extension TopicDocuments {
  static func prepared(_ post: Post, author: Handle?) -> PreparedDocument {
    PreparedDocument(document(of: post, author: author))
  }
}
