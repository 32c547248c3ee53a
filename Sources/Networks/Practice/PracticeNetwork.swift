public import HeedModel
public import HeedNetwork

/// A network of invented people, to learn on before talking to anyone real.
public struct PracticeNetwork: Network {
  /// As stored.
  public static let name = NetworkName("practice")

  let client: Client

  /// Talks to a far side in the same process.
  public init(service: PracticeService) {
    client = Client(wire: Loopback(service: service), base: "http://\(Place.host)")
  }

  /// Talks to a far side that is a process of its own.
  /// - Parameter address: where it listens: `http://127.0.0.1:8090`, without a slash at the end.
  public init(wire: any Wire, at address: String) {
    client = Client(wire: wire, base: address)
  }

  public var name: NetworkName { Self.name }
  public var title: Message { "Practice" }

  public func listen(to source: ListeningSource) async throws -> Heard {
    var heard = Heard(cursor: source.cursor)
    let page = try await client.get(
      "/v1/heard?" + Client.query(of: source), as: source.account, Told.Page.self)
    heard.events = page.changes.compactMap(Incoming.event)
    heard.cursor = page.cursor
    heard.next = page.more ? .zero : .milliseconds(page.wait)
    return heard
  }

  public func offers(for typed: String) async throws -> [Offer] {
    let word = typed.drop { $0 == "#" || $0.isWhitespace }.lowercased()
    guard word.contains(where: { $0.isLetter || $0.isNumber }) else { return [] }
    var offers = [Self.everything]
    if !word.contains(where: { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
      offers.append(
        Offer(
          network: Self.name, kind: Kind.tag, target: word,
          name: "Posts with #\(word) on the practice network",
          asks: "Nothing leaves this desk.",
          can:
            "The people there are invented. Nobody real is heard, and you can answer once you use the shop's account.",
          isOfWords: true))
    }
    return offers
  }

  /// The kinds of sources, as stored.
  enum Kind {
    static let everything = "public"
    static let mentions = "mentions"
    static let tag = "tag"
  }

  static let everything = Offer(
    network: name, kind: Kind.everything, target: "", name: "Everything on the practice network",
    asks: "Nothing leaves this desk.",
    can:
      "The people there are invented: a bicycle shop and those who talk about it. Good for a first try.",
    isOfWords: true)

  static let mentions = Offer(
    network: name, kind: Kind.mentions, target: "", name: "What is said to Corner Bikes",
    asks: "Nothing leaves this desk.",
    can: "Brings what invented people say to the shop, in private too, and takes your answers.")
}

/// Whoever speaks there is signed in as the handle that its server tells of.
extension PracticeNetwork: VouchingForAuthors {}
