import Foundation
import HeedModel
public import HeedNetwork

extension GitHubNetwork {
  /// An address of a repository or of a thread on GitHub, or `owner/repository`. A repository is asked whether it is
  /// there; a word means nothing here.
  public func offers(for typed: String) async throws -> [Offer] {
    let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty, !text.contains(where: \.isWhitespace) else { return [] }
    let hasScheme = text.contains("://")
    var offers: [Offer] = []
    let bare = text.range(of: "://").map { text[$0.upperBound...] } ?? text[...]
    var path = bare.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map(String.init)
    var host = Place.github
    if let first = path.first?.lowercased(), first.contains(".") || hasScheme {
      host = first == "www.github.com" ? Place.github : first
      path.removeFirst()
    } else if path.count != 2 {
      return offers
    }
    guard path.count >= 2, ThreadName.isName(path[0]), let server = PlaceServer(host) else {
      return offers
    }
    let isGitHub = host == Place.github
    // Elsewhere such an address may be anything: only what looks like a repository or a thread is asked about.
    let thread = ThreadName(hasScheme ? text : "https://" + text)
    guard isGitHub || path.count == 2 || thread != nil else { return offers }
    let repository = path[1].hasSuffix(".git") ? String(path[1].dropLast(4)) : path[1]
    guard ThreadName.isName(repository) else { return offers }
    // Somebody may have typed anything with a slash in it.
    let found: PlaceClient.Answer<Repository>? = try? await place(server).client.get(
      "/repos/\(path[0])/\(repository)")
    if let thread, isGitHub || found != nil { offers.append(offer(thread)) }
    if let found { offers.append(offer(repository: found.value.name, on: server)) }
    return offers
  }

  private func offer(repository: String, on server: PlaceServer) -> Offer {
    let isGitHub = server.host == Place.github
    return Offer(
      network: name, kind: Kind.repository.rawValue,
      target: isGitHub ? repository : "\(server.host)/\(repository)",
      name: "Issues and comments of \(repository) on \(isGitHub ? "GitHub" : server.host)",
      asks:
        "\(isGitHub ? "GitHub" : server.host) is asked for what is new in this repository, again and again.",
      can:
        """
        Public issues, pull requests and their comments, changed ones too. To answer from here, and \
        for discussions, sign in with an account.
        """)
  }

  func offer(_ thread: ThreadName) -> Offer {
    Offer(
      network: name, kind: Kind.thread.rawValue, target: thread.page,
      name: "Number \(String(thread.number)) of \(thread.owner)/\(thread.repository)",
      asks: "\(thread.server.host) is asked for this thread, again and again.",
      can: "Every comment in it. To answer from here, sign in with an account.")
  }
}
