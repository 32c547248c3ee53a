import HeedModel
import HeedNetwork
import HeedTopics

// A topic means the same for the past and for the future: what is recorded as caught is what the stored search finds for
// posts as they stand now. So whatever changes how topics see a stored post has it matched again, in the same transaction.

extension Desk {
  private static let again = 200

  /// What a person wrote, once they are known by another address: `from:` asks for it.
  func matchAgain(by author: Handle, topics: TopicBook.Snapshot, _ tx: any RecordWriting) throws {
    let names = SourceNames(tx)
    var before: ID<Post>?
    while true {
      let posts = try tx.posts(by: author.id, before: before, limit: Self.again)
      for post in posts where post.removedAt == nil {
        let document = TopicDocuments.prepared(
          post, author: author, source: try names[post.source])
        try tx.update(
          NewPost(
            post: post, terms: document.indexTerms,
            matches: topics.matches(document, post: post.id)))
      }
      guard posts.count == Self.again, let last = posts.last else { return }
      before = last.id
    }
  }

  /// Topics that ask for a source by its name, once it has another: what it brought may be very much, so their past is
  /// looked for anew in the background.
  func matchAgain(_ source: Source, named before: Message, _ tx: any RecordWriting) throws {
    let names = [before.english, source.name.english].map { Folding.fold($0) }
    for topic in try tx.topics() {
      // Folding drops the colon; what names no source at all is left alone all the same.
      let query = Folding.fold(topic.query)
      guard topic.query.lowercased().contains("source:"),
        names.contains(where: { query.contains($0) })
      else {
        continue
      }
      try tx.deleteMatches(of: topic.id)
      try tx.save(TopicPast(topic: topic.id, version: topic.version))
    }
  }
}

extension Weave {
  /// What a place that knows no more than the id calls somebody does not undo what another told.
  func address(of remote: RemoteHandle) -> String {
    guard remote.address == remote.remoteID.rawValue, let known = handles[remote.remoteID] else {
      return remote.address
    }
    return known.address
  }

  /// What is stored beside a post: as it was read, or read again where the record has it differently.
  /// - Parameters:
  ///   - address: the author's, as the record has it.
  ///   - quotes: whether what it quotes is stored.
  ///   - source: the one that brought it first.
  func stored(
    _ read: ReadPost, as id: ID<Post>, by address: String?, language: String?, quotes: Bool,
    source: ID<Source>?
  ) throws -> (terms: [String], matches: [TopicMatch]) {
    let remote = read.remote
    let name = try sourceNames[source]
    if address == remote.author.address, language == remote.language, name == read.source,
      quotes == (remote.quoted != nil)
    {
      return (read.document.indexTerms, topics.matches(read, post: id))
    }
    let document = PreparedDocument(
      TopicDocuments.document(
        title: remote.title, warning: remote.warning, text: remote.text, media: remote.media,
        author: address, network: network, declaredLanguage: language, reading: read.reading,
        quotes: quotes, source: name))
    return (document.indexTerms, topics.matches(document, post: id))
  }
}
