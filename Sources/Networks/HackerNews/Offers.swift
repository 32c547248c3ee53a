import Foundation
import HeedModel
public import HeedNetwork

extension HackerNewsNetwork {
  /// A word becomes a search, an address of a site the stories that link there, a page of Hacker News itself what stands
  /// on it. Nobody is asked yet, but for a thread's title.
  public func offers(for typed: String) async throws -> [Offer] {
    let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty, text.utf8.count <= 200 else { return [] }
    if let number = RemoteIDs.number(in: text) {
      let item = try? await item(number)
      guard let item, !item.isGone else { return [] }
      return [offer(thread: item.id, title: item.title)]
    }
    if let user = RemoteIDs.user(in: text) { return [offer(author: user)] }
    if let host = Self.host(text) { return [offer(site: host)] }
    guard !text.contains("://"), !text.hasPrefix("@") else { return [] }
    let words = text.drop { $0 == "#" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return [] }
    return [offer(words: words)]
  }

  private func offer(words: String) -> Offer {
    Offer(
      network: name, kind: Kind.words.rawValue, target: words,
      name: "“\(words)” on Hacker News",
      asks: "The words “\(words)” are asked of hn.algolia.com, its search, again and again.",
      can: Self.can, isOfWords: true)
  }

  private func offer(site host: String) -> Offer {
    Offer(
      network: name, kind: Kind.site.rawValue, target: host,
      name: "Stories on Hacker News that link to \(host)",
      asks: "The name “\(host)” is asked of hn.algolia.com, its search, again and again.",
      can: Self.can, isOfWords: true)
  }

  private func offer(author: String) -> Offer {
    Offer(
      network: name, kind: Kind.author.rawValue, target: author,
      name: "What \(author) writes on Hacker News",
      asks: "The name “\(author)” is asked of hn.algolia.com, its search, again and again.",
      can: Self.can)
  }

  func offer(thread: Int, title: String?) -> Offer {
    let name: Message =
      title.map { "Answers on Hacker News below “\($0)”" }
      ?? "Answers on Hacker News below \(String(thread))"
    return Offer(
      network: self.name, kind: Kind.thread.rawValue, target: String(thread), name: name,
      asks: "The search hn.algolia.com is asked for what is said there, again and again.",
      can: Self.can)
  }

  private static let can: Message =
    """
    Public stories and comments, changed ones and what was taken away. It takes no answers from \
    programs: you post on its own page and tell the desk where.
    """

  /// The host of a site, where somebody typed an address: never a single word.
  private static func host(_ text: String) -> String? {
    guard !text.contains(where: \.isWhitespace), !text.hasPrefix("@"), !text.hasPrefix("#") else {
      return nil
    }
    let isAddress =
      text.lowercased().hasPrefix("https://") || text.lowercased().hasPrefix("http://")
    guard isAddress || !text.contains("://") else { return nil }
    let bare = text.range(of: "://").map { text[$0.upperBound...] } ?? text[...]
    var host = bare.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.lowercased()
    if host.hasPrefix("www.") { host.removeFirst(4) }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), let last = labels.last,
      last.allSatisfy(\.isLetter), last.count >= 2, !host.contains("@"), !host.contains(":"),
      host != "news.ycombinator.com"
    else { return nil }
    return host
  }
}
