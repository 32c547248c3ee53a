import HeedNetwork

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
  static func inner(_ name: String, _ text: Substring) -> (
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

/// The other direction: what we send, and what is answered.
extension Pingback {
  enum Answer: Equatable {
    case taken
    /// A code of the protocol, or of whoever answers; 0 where WordPress names no reason.
    case fault(Int)
    /// Not the protocol's form.
    case malformed
  }

  static func call(source: String, target: String) -> String {
    let values = [source, target].map {
      "<param><value><string>\(escaped($0))</string></value></param>"
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodCall>"
      + "<methodName>pingback.ping</methodName><params>\(values.joined())</params></methodCall>\n"
  }

  static func answered(_ body: [UInt8]) -> Answer {
    // Its words are in any encoding; the few elements that count are ASCII.
    let text = String(decoding: body, as: UTF8.self)
    guard let answer = inner("methodResponse", text[...])?.value else { return .malformed }
    guard let fault = inner("fault", answer)?.value else {
      return inner("params", answer) == nil ? .malformed : .taken
    }
    var rest = fault
    while let member = inner("member", rest) {
      rest = member.rest
      guard inner("name", member.value)?.value.trimmed == "faultCode" else { continue }
      let number = inner("int", member.value) ?? inner("i4", member.value)
      return number.flatMap { Int(String($0.value.trimmed)) }.map(Answer.fault) ?? .malformed
    }
    return .malformed
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
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
