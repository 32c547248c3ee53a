import Foundation
import HeedModel
public import HeedNetwork

extension MastodonNetwork {
  /// A word becomes a hashtag of each configured server, and nothing is asked yet. An address is
  /// asked what it is: a server or a profile of this kind, or nothing for us.
  public func offers(for typed: String) async throws -> [Offer] {
    let text = typed.trimmed
    guard !text.isEmpty else { return [] }
    switch Typed(text) {
    case .profile(let server, let user): return try await profile(user, on: server)
    case .server(let server, let isSure):
      let found = try await local(server)
      return found.isEmpty && !isSure ? tags(text) : found
    case .tag(let server, let tag): return [offer(tag: tag, on: server)]
    case .words: return tags(text)
    case .nothing: return []
    }
  }

  private func tags(_ text: String) -> [Offer] {
    guard let tag = Hashtag.of(text) else { return [] }
    return publicServers.map { offer(tag: tag, on: $0) }
  }

  private func offer(tag: String, on server: Server) -> Offer {
    Offer(
      network: name, kind: Kind.tag.rawValue, target: "\(server)/\(tag)",
      name: "Posts with #\(tag) on \(server.host)",
      asks: "The word “\(tag)” is asked of \(server.host), again and again.",
      can:
        """
        Public posts with this hashtag, as far as \(server.host) knows them. \
        To answer, sign in with an account.
        """, isOfWords: true)
  }

  private func local(_ server: Server) async throws -> [Offer] {
    guard let knowledge = await knowledge(ifAny: server) else { return [] }
    return [
      Offer(
        network: name, kind: Kind.local.rawValue, target: server.description,
        name: "Public posts of \(knowledge.domain)",
        asks: "\(server.host) is asked for the public posts of its people, again and again.",
        can:
          """
          All that its people say to everybody, if it shows that without an account. \
          To answer, sign in with one.
          """
      )
    ]
  }

  private func profile(_ user: String, on server: Server) async throws -> [Offer] {
    guard let knowledge = await knowledge(ifAny: server),
      (try? await servers.account(user, through: client(server))) != nil
    else { return [] }
    let address = RemoteIDs.address(user, domain: knowledge.domain)
    return [
      Offer(
        network: name, kind: Kind.profile.rawValue, target: "\(server)/\(user)",
        name: "Public posts of \(address)",
        asks: "\(server.host) is asked for the public posts of \(address), again and again.",
        can: "What \(address) says to everybody. If it is yours, sign in with it to answer.")
    ]
  }

  /// Somebody typed an address of any kind: that it is no server of this API is no fault.
  private func knowledge(ifAny server: Server) async -> Knowledge? {
    try? await servers.knowledge(through: client(server))
  }
}

/// What somebody may mean by what they typed.
enum Typed {
  case profile(Server, user: String)
  case tag(Server, String)
  case server(Server, isSure: Bool)
  case words
  /// An address that means nothing here: never asked of anybody as a word.
  case nothing

  init(_ text: String) {
    if text.hasPrefix("@"), case let parts = text.dropFirst().split(separator: "@"),
      parts.count == 2, let server = Server(String(parts[1]))
    {
      self = .profile(server, user: String(parts[0]))
      return
    }
    // A handle without its first sign: it may be a mail address as well, which is no word either.
    if text.dropFirst().contains("@"), !text.contains(where: { $0.isWhitespace || $0 == "/" }) {
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      self =
        parts.count == 2
        ? Server(String(parts[1])).map { .profile($0, user: String(parts[0])) } ?? .nothing
        : .nothing
      return
    }
    guard !text.contains(where: \.isWhitespace), !text.hasPrefix("#"), let server = Server(text)
    else {
      self = text.contains("://") ? .nothing : .words
      return
    }
    let isAddress = text.contains("://")
    let path = Self.path(text)
    switch path.first {
    case let first? where first.hasPrefix("@") && path.count <= 2:
      // `/@user`, `/@user/12`, `/@user@elsewhere`
      let parts = first.dropFirst().split(separator: "@")
      let home = parts.count == 2 ? Server(String(parts[1])) : server
      self =
        parts.first.flatMap { user in home.map { .profile($0, user: String(user)) } }
        ?? .nothing
    case "users" where path.count >= 2: self = .profile(server, user: path[1])
    case "tags" where path.count == 2, "tag" where path.count == 2: self = .tag(server, path[1])
    case nil: self = .server(server, isSure: isAddress)
    default: self = .nothing
    }
  }

  private static func path(_ text: String) -> [String] {
    let bare = text.range(of: "://").map { text[$0.upperBound...] } ?? text[...]
    let whole = bare.prefix { $0 != "?" && $0 != "#" }
    return whole.split(separator: "/").dropFirst().map(String.init)
  }
}

/// A typed word as a hashtag.
enum Hashtag {
  /// Several words are joined, each with a capital, which screen readers need; a single one stays
  /// as typed. Marks go, since a hashtag has none. `nil` when nothing is left, only digits are,
  /// or it would be a sentence.
  static func of(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).map { word in
      String(String.UnicodeScalarView(word.unicodeScalars.filter(isPart)))
    }.filter { !$0.isEmpty }
    guard !words.isEmpty, words.count <= 4 else { return nil }
    let tag = words.count == 1 ? words[0] : words.map(capital).joined()
    return tag.contains { $0.isLetter } ? tag : nil
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    let kind = scalar.properties.generalCategory
    switch kind {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .nonspacingMark, .spacingMark:
      return true
    default: return scalar == "_"
    }
  }

  private static func capital(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}
