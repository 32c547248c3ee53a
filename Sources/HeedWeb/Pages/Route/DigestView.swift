public import HeedDesk
public import HeedModel

/// Mails and pushes to members, in their language. Without leave nothing of what people said, and no name of theirs,
/// stands in them; of what is private nothing ever does.
public struct DigestView: MemberWords {
  private static let title = "Heed"
  private let base: String

  /// - Parameter base: where people reach the desk, without a slash at the end.
  public init(base: String) { self.base = base }

  public func letter(
    _ items: [ToldItem], for member: Member, words isWordy: Bool, endToken: String, now: Instant
  ) -> LetterText {
    let words = Words.of(member.language)
    let told = words.told
    let entries = items.map { Entry($0, words, isWordy: isWordy) }
    let end = base + Route.endMailPage(token: endToken).path
    let all = base + Route.told().path
    let lines = entries.map { entry in
      "- \(entry.sentence)\n"
        + (entry.words.isEmpty ? "" : "  \(entry.words)\n") + "  \(base)\(entry.route.path)\n"
    }
    let plain = """
      \(told.greeting(member.name))

      \(lines.joined(separator: "\n"))
      \(told.openAll): \(all)

      \(told.why) \(told.endHere): \(end)

      """
    let html: HTML = """
      <!DOCTYPE html><html lang="\(words.language)" dir="\(words.isRightToLeft ? "rtl" : "ltr")">\
      <head><meta charset="utf-8"><title>\(told.subject(items.count))</title></head><body>\
      <p>\(told.greeting(member.name))</p><ul>\(entries.html { entry in
        """
        <li><p><a href="\(base + entry.route.path)"><bdi>\(entry.sentence)</bdi></a></p>\
        \(HTML.when(!entry.words.isEmpty, "<blockquote><bdi>\(entry.words)</bdi></blockquote>"))</li>
        """
      })</ul><p><a href="\(all)">\(told.openAll)</a></p>\
      <p><small>\(told.why) <a href="\(end)">\(told.endHere)</a></small></p></body></html>
      """
    return LetterText(
      subject: told.subject(items.count), plain: plain, html: html.markup, endAddress: end)
  }

  public func push(_ items: [ToldItem], for member: Member, words isWordy: Bool) -> PushText {
    let words = Words.of(member.language)
    let told = words.told
    guard items.count == 1, let item = items.first else {
      return PushText(
        title: Self.title, body: told.pushSeveral(items.count), path: Route.told().path)
    }
    let entry = Entry(item, words, isWordy: isWordy)
    return PushText(
      title: entry.words.isEmpty ? Self.title : entry.sentence,
      body: entry.words.isEmpty ? entry.sentence : entry.words, path: entry.route.path)
  }

  private struct Entry {
    var sentence: String
    var words: String
    var route: Route

    init(_ item: ToldItem, _ said: Words, isWordy: Bool) {
      let row = ToldRow(item, in: said)
      let isOpen = isWordy && item.isPublic
      sentence = said.told.sentence(
        item.telling, who: isOpen ? row.who?.name : nil, by: isOpen ? row.by : nil,
        topic: isOpen ? row.topic : nil)
      words = isOpen ? row.words : ""
      route = row.route
    }
  }
}

extension ToldRow {
  init(_ item: ToldItem, in words: Words) {
    let telling = item.telling
    self.init(
      telling: telling, who: item.handle.map { Who($0, in: words) }, by: item.by?.name,
      word: item.word,
      words: item.promise.map(\.promise.words)
        ?? item.post.map { $0.removedAt == nil ? $0.preview(limit: 160) : "" } ?? "",
      topic: item.topic?.name)
    look = telling.kind == .lookAsked ? item.look : nil
    post =
      switch telling.kind {
      case .handedOver, .lookAsked, .lookAnswered, .spike: nil
      case .cameBack, .knownWaits: telling.subject.map { ID($0) }
      case .promiseDue, .promiseLate, .promiseBroken: item.promise?.post
      }
  }
}
