import HeedModel
import HeedNetwork

extension PostLine {
  /// The network whose post it is.
  var place: NetworkName { NetworkName(network ?? "import") }
}

/// Checks lines one after the other and counts.
struct ImportReading {
  let options: ImportOptions
  var report = ImportReport()
  /// The last line of each conversation, for lines that do not say what they answer.
  private var last: [String: String] = [:]
  /// What a trial has met, to count each post once.
  private var met: [NetworkName: Set<RemoteID>] = [:]

  init(options: ImportOptions) { self.options = options }

  mutating func take(_ line: NumberedLine) -> PostLine? {
    report.lines += 1
    do {
      var post = try line.post.get()
      try post.check()
      if let conversation = post.conversation {
        let key = "\(post.place) \(conversation)"
        if post.parent == nil, let before = last[key], before != post.id { post.parent = before }
        last[key] = post.id
      }
      return post
    } catch {
      report.faults += 1
      let reason = (error as? LineFault)?.reason ?? "this cannot be read"
      options.onFault(ImportReport.Fault(line: line.number, reason: reason))
      return nil
    }
  }

  mutating func countTrial(_ ids: [RemoteID], _ network: NetworkName) {
    for id in ids where met[network, default: []].insert(id).inserted { report.new += 1 }
  }
}

extension PostLine {
  /// Bytes of one id.
  private static let longestID = 2_048

  /// - Throws: `LineFault` for what no desk could keep.
  fileprivate func check() throws {
    for (name, value) in [
      ("id", id), ("author.id", author.id), ("network", network ?? "import"),
      ("parent", parent ?? "-"), ("quotes", quotes ?? "-"),
    ] {
      guard !value.isEmpty else { throw LineFault("“\(name)” is empty") }
      guard value.utf8.count <= Self.longestID, !value.utf8.contains(0) else {
        throw LineFault(
          "“\(name)” is no id: longer than \(Self.longestID) bytes, or with a NUL in it")
      }
    }
    guard parent != id else { throw LineFault("“parent” is the post itself") }
    guard at.instant.milliseconds >= 0 else { throw LineFault("“at” is before 1970") }
    if let direction, Direction(rawValue: direction) == nil {
      throw LineFault("“direction” is toUs, aboutUs, aside or ours, not “\(direction.prefix(40))”")
    }
    if let visibility {
      guard let known = Visibility(rawValue: visibility) else {
        throw LineFault("“visibility” is public or unlisted, not “\(visibility.prefix(40))”")
      }
      // Law 7: private words are seen by those who answer an account. A file has no account, so that nobody
      // would be left who may see them.
      guard !known.isPrivate else {
        throw LineFault(
          "private words come in through the account that received them, not by a file")
      }
    }
    for medium in media ?? [] {
      guard Media.Kind(rawValue: medium.kind) != nil else {
        throw LineFault("a medium's “kind” is image, video, audio or file")
      }
      guard ["https://", "http://"].contains(where: { medium.address.lowercased().hasPrefix($0) })
      else { throw LineFault("a medium's “address” is no web address") }
    }
  }
}

/// Gives lines the shape in which networks tell posts.
struct ImportShape: Sendable {
  private let posts: [RemoteID: Post]
  private let handles: [RemoteID: Handle]
  private let authors: [RemoteID: PostLine.Author]
  private let words: @Sendable (String) -> RichText

  /// - Parameter lines: all that are told together: what one of them says about its author holds for the others.
  init(
    _ lines: [PostLine], posts: [Post], handles: [Handle],
    words: @escaping @Sendable (String) -> RichText
  ) {
    authors = Dictionary(lines.map { (RemoteID($0.author.id), $0.author) }) { $0.completed(by: $1) }
    self.posts = Dictionary(posts.map { ($0.remoteID, $0) }) { $1 }
    self.handles = Dictionary(handles.map { ($0.remoteID, $0) }) { $1 }
    self.words = words
  }

  func events(_ line: PostLine) -> [RemoteEvent] {
    let post = RemoteEvent.post(self.post(line))
    // A removal that comes before its post is remembered: the fact is kept in its place, the words never are.
    return line.removed == true ? [.removed(RemoteID(line.id)), post] : [post]
  }

  private func post(_ line: PostLine) -> RemotePost {
    let id = RemoteID(line.id)
    let isGone = line.removed == true
    var post = RemotePost(
      reference: RemoteReference(remoteID: id, address: webAddress(line.address)),
      author: author(authors[RemoteID(line.author.id)] ?? line.author),
      publishedAt: line.at.instant,
      editedAt: line.edited?.instant, parent: line.parent.map { RemoteID($0) },
      quoted: line.quotes.map { RemoteID($0) }, toUs: line.direction == Direction.toUs.rawValue,
      visibility: line.visibility.flatMap { Visibility(rawValue: $0) } ?? .public,
      title: isGone ? nil : line.title, warning: isGone ? nil : line.warning,
      text: isGone ? RichText() : words(line.text ?? "").normalised,
      media: isGone ? [] : (line.media ?? []).compactMap(\.stored), language: line.language)
    // A file holds plain words. Where they are those that the desk has, its own form of them stays: an export that
    // comes back is no edit.
    if let known = posts[id], known.text.plain == post.text.plain {
      post.text = known.text
      if line.media == nil { post.media = known.media }
    }
    return post
  }

  /// What a file does not say about a handle that the desk knows stays as it is; above all the wish not to be
  /// followed.
  private func author(_ author: PostLine.Author) -> RemoteHandle {
    let id = RemoteID(author.id)
    let known = handles[id]
    return RemoteHandle(
      remoteID: id,
      address: author.address ?? known?.address ?? author.name ?? author.id,
      name: author.name ?? known?.name ?? "", page: webAddress(author.page),
      picture: webAddress(author.picture), isBot: author.bot ?? known?.isBot ?? false,
      optedOut: author.optedOut == true || known?.optedOut == true)
  }

  /// Only what a browser may be sent to: a file could name `javascript:`.
  private func webAddress(_ text: String?) -> String? {
    guard let text, ["https://", "http://"].contains(where: { text.lowercased().hasPrefix($0) })
    else { return nil }
    return text
  }
}

extension PostLine.Attachment {
  fileprivate var stored: Media? {
    Media.Kind(rawValue: kind).map {
      Media(kind: $0, address: address, alternative: alternative, type: type)
    }
  }
}

extension PostLine.Author {
  fileprivate func completed(by other: Self) -> Self {
    var both = self
    both.name = other.name ?? name
    both.address = other.address ?? address
    both.page = other.page ?? page
    both.picture = other.picture ?? picture
    both.bot = other.bot ?? bot
    both.optedOut = optedOut == true || other.optedOut == true
    return both
  }
}
