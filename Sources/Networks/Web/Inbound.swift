import HeedMarkup
import HeedModel
public import HeedNetwork

extension WebNetwork {
  /// Longer addresses are nobody's pages.
  static let longest = 2_000

  public func read(_ note: InboundNote, by way: MentionWay) -> MentionReading {
    let addresses: (page: String, target: String)
    switch way {
    case .webmention:
      let fields = Form.read(note.body)
      guard let page = fields["source"], let target = fields["target"] else { return .malformed }
      addresses = (page, target)
    case .pingback:
      switch Pingback.read(note.body) {
      case .ping(let source, let target): addresses = (source, target)
      case .malformed: return .malformed
      case .unknownCall: return .unknownCall
      }
    }
    guard let page = absolute(addresses.page), let target = absolute(addresses.target),
      page.page != target.page
    else { return .noPage }
    return .mention(RemoteMention(page: page.page, target: target.page))
  }

  /// A whole address, as written: what is relative means nothing here.
  private func absolute(_ address: String) -> WebPlace? {
    guard address.utf8.count <= Self.longest, address.prefix(4).lowercased() == "http" else {
      return nil
    }
    return WebPlace(address)
  }

  public func reply(_ outcome: MentionOutcome, by way: MentionWay) -> MentionReply {
    switch way {
    case .webmention:
      let (status, text) = Self.words(outcome)
      return MentionReply(status: status, type: "text/plain; charset=utf-8", text: text + "\n")
    case .pingback:
      return MentionReply(
        status: outcome == .tooMany ? 429 : 200, type: "text/xml; charset=utf-8",
        text: Pingback.answer(outcome, Self.words(outcome).text))
    }
  }

  /// Programs read it.
  private static func words(_ outcome: MentionOutcome) -> (status: Int, text: String) {
    switch outcome {
    case .taken: (202, "Taken. The page will be looked at.")
    case .malformed: (400, "Two addresses are needed: source and target.")
    case .unknownCall: (400, "Only pingback.ping is known here.")
    case .noPage: (400, "Source and target have to be two different pages of the web.")
    case .notOurs: (400, "Nobody here listens for that target.")
    case .tooMany: (429, "That were many in a short time. Try again later.")
    case .full: (503, "Much is waiting to be looked at. Try again later.")
    }
  }
}
