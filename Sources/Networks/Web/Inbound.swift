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
    guard address.utf8.count <= Self.longest, address.hasPrefix("http") else { return nil }
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

/// The XML-RPC of pingbacks (http://www.hixie.ch/specs/pingback/pingback).
///
/// Read by hand, and only the few elements of one call: no document type, no entities but the five
/// of XML, so that no file or page can be drawn in by what a stranger sends.
enum Pingback {
  enum Call: Equatable {
    case ping(source: String, target: String)
    case malformed, unknownCall
  }

  static let bytes = 16 << 10

  static func read(_ body: [UInt8]) -> Call {
    guard body.count <= bytes, let text = String(validating: body, as: UTF8.self),
      let method = inner("methodName", text[...])
    else { return .malformed }
    // A document type is where entities come from; comments and sections are where things hide.
    guard text.firstRange(of: "<!") == nil else { return .malformed }
    guard method.value.trimmed == "pingback.ping" else { return .unknownCall }
    var values: [String] = []
    var rest = method.rest
    while let value = inner("value", rest), values.count < 3 {
      let typed = inner("string", value.value)?.value ?? value.value
      guard let words = unescaped(typed.trimmed) else { return .malformed }
      values.append(words)
      rest = value.rest
    }
    guard values.count == 2 else { return .malformed }
    return .ping(source: values[0], target: values[1])
  }

  /// What stands in the first element of a name, and what follows it.
  private static func inner(_ name: String, _ text: Substring) -> (
    value: Substring, rest: Substring
  )? {
    guard let open = text.firstRange(of: "<\(name)>") else { return nil }
    let after = text[open.upperBound...]
    guard let close = after.firstRange(of: "</\(name)>") else { return nil }
    return (after[..<close.lowerBound], after[close.upperBound...])
  }

  private static func unescaped(_ text: Substring) -> String? {
    guard !text.contains("<") else { return nil }
    var result = ""
    var rest = text
    while let at = rest.firstIndex(of: "&") {
      result += rest[..<at]
      guard let end = rest[at...].firstIndex(of: ";") else { return nil }
      let name = rest[rest.index(after: at)..<end]
      switch name {
      case "amp": result += "&"
      case "lt": result += "<"
      case "gt": result += ">"
      case "quot": result += "\""
      case "apos": result += "'"
      default:
        let isHex = name.hasPrefix("#x")
        guard name.hasPrefix("#"),
          let code = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10),
          let scalar = Unicode.Scalar(code)
        else { return nil }
        result.unicodeScalars.append(scalar)
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  /// The codes are those of the protocol; where it names none, of
  /// http://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php.
  static func answer(_ outcome: MentionOutcome, _ words: String) -> String {
    let code: Int? =
      switch outcome {
      case .taken: nil
      case .malformed: -32_602
      case .unknownCall: -32_601
      case .noPage: 16
      case .notOurs: 33
      case .tooMany: 49
      case .full: 50
      }
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodResponse>"
    guard let code else {
      return head + "<params><param><value><string>\(words)</string></value></param></params>"
        + "</methodResponse>\n"
    }
    return head + "<fault><value><struct>"
      + "<member><name>faultCode</name><value><int>\(code)</int></value></member>"
      + "<member><name>faultString</name><value><string>\(words)</string></value></member>"
      + "</struct></value></fault></methodResponse>\n"
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = self
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }
}
