import Foundation
import HeedModel
import Synchronization

/// What the IMAP side tells of its folders.
extension MailDouble {
  var folderNames: [String] {
    state.withLock { $0.folders.keys.sorted().filter { $0 != "Sent" || manner.hasSent } }
  }

  func folder(_ name: String) -> Folder? { state.withLock { $0.folders[name] } }

  func startIdle(_ tell: @escaping @Sendable ([UInt8]) -> Void) -> UInt64 {
    state.withLock {
      $0.serial += 1
      $0.idling += 1
      $0.watchers[$0.serial] = tell
      return $0.serial
    }
  }

  func stopIdle(_ id: UInt64) {
    state.withLock { if $0.watchers.removeValue(forKey: id) != nil { $0.idling -= 1 } }
  }

  func search(_ words: [String], in name: String, _ tag: String) -> MailAnswer {
    guard let folder = folder(name) else { return MailAnswer("\(tag) BAD no folder\r\n") }
    var found = folder.messages
    var index = 0
    while index < words.count {
      let value = index + 1 < words.count ? words[index + 1] : ""
      switch words[index].uppercased() {
      case "CHARSET": break
      case "UID":
        found = found.filter { Self.holds(value, $0.uid, last: folder.messages.last?.uid ?? 0) }
      case "SINCE":
        let day = Self.day(value)
        found = found.filter { $0.at.milliseconds / 86_400_000 >= day }
      case "UNDELETED", "UNDRAFT":
        let mark = words[index].uppercased() == "UNDELETED" ? "\\deleted" : "\\draft"
        found = found.filter { !$0.flags.contains { $0.lowercased() == mark } }
        index += 1
        continue
      case "SUBJECT": found = found.filter { Self.contains($0, "subject", value) }
      case "HEADER":
        let wanted = index + 2 < words.count ? words[index + 2] : ""
        found = found.filter { Self.contains($0, value.lowercased(), wanted) }
        index += 1
      default:
        index += 1
        continue
      }
      index += 2
    }
    let numbers = found.map { " \($0.uid)" }.joined()
    return MailAnswer("* SEARCH\(numbers)\r\n\(tag) OK searched\r\n")
  }

  func fetch(_ words: [String], in name: String, _ tag: String) -> MailAnswer {
    guard let folder = folder(name), words.count >= 2 else { return MailAnswer("\(tag) BAD\r\n") }
    let last = folder.messages.last?.uid ?? 0
    let spoilt = words[1].contains("BODY.PEEK[]") ? state.withLock { $0.unreadable } : []
    var answer = MailAnswer()
    var isWhole = true
    for (number, message) in Self.chosen(words[0], folder.messages, last: last) {
      if let stumbling = stumbling(at: message.uid, words[1]) {
        return Self.answer(
          stumbling.how, number + 1, message, before: answer.bytes, tag)
      }
      let withheld =
        words[1].contains("BODY.PEEK[]")
        ? strikes { if case .withholds(message.uid, _) = $0 { true } else { false } } : nil
      switch withheld {
      case .withholds(_, isNil: true):
        answer.bytes += Array("* \(number + 1) FETCH (UID \(message.uid) BODY[]<0> NIL)\r\n".utf8)
      case .withholds: break
      default:
        if spoilt.contains(message.uid) {
          isWhole = false
        } else {
          answer.bytes += Self.answer(number + 1, message, words[1])
        }
      }
    }
    answer.bytes += Array("\(tag) \(isWhole ? "OK fetched" : "NO cannot read it")\r\n".utf8)
    return answer
  }

  /// These messages are there, and their words cannot be handed out: a server's copy may be spoilt.
  public func spoil(_ uids: Set<UInt32>) { state.withLock { $0.unreadable = uids } }

  private static func answer(_ number: Int, _ message: Message, _ items: String) -> [UInt8] {
    var bytes = Array("* \(number) FETCH (UID \(message.uid)".utf8)
    if items.contains("RFC822.SIZE") { bytes += Array(" RFC822.SIZE \(message.bytes.count)".utf8) }
    if items.contains("INTERNALDATE") {
      bytes += Array(" INTERNALDATE \"\(date(message.at))\"".utf8)
    }
    if items.contains("FLAGS") {
      bytes += Array(" FLAGS (\(message.flags.sorted().joined(separator: " ")))".utf8)
    }
    if let open = items.firstRange(of: "HEADER.FIELDS (") {
      let names = items[open.upperBound...].prefix { $0 != ")" }
      let head = header(message, Set(names.lowercased().split(separator: " ").map(String.init)))
      bytes += Array(" BODY[HEADER.FIELDS (\(names))] {\(head.count)}\r\n".utf8) + head
    } else if let open = items.firstRange(of: "BODY.PEEK[]<0.") {
      let limit = Int(items[open.upperBound...].prefix { $0.isNumber }) ?? 0
      let body = message.bytes.prefix(limit)
      bytes += Array(" BODY[]<0> {\(body.count)}\r\n".utf8) + body
    }
    return bytes + Array(")\r\n".utf8)
  }

  private static func date(_ instant: Instant) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 7200)
    formatter.dateFormat = "dd-MMM-yyyy HH:mm:ss '+0200'"
    return formatter.string(from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
  }

  private static func chosen(
    _ set: String, _ messages: [Message], last: UInt32
  ) -> [(Int, Message)] {
    // A range is found by halving: a mailbox of a test may hold a hundred thousand.
    let parts = set.split(separator: ":")
    if !set.contains(","), parts.count == 2, let low = UInt32(parts[0]), parts[1] != "*",
      let high = UInt32(parts[1])
    {
      var from = 0
      var to = messages.count
      while from < to {
        let middle = (from + to) / 2
        if messages[middle].uid < low { from = middle + 1 } else { to = middle }
      }
      return messages[from...].prefix { $0.uid <= high }.enumerated().map {
        (from + $0.offset, $0.element)
      }
    }
    let single = Set(set.split(separator: ",").compactMap { UInt32($0) })
    if set.allSatisfy({ $0.isNumber || $0 == "," }) {
      return messages.enumerated().filter { single.contains($0.element.uid) }.map {
        ($0.offset, $0.element)
      }
    }
    return messages.enumerated().filter { holds(set, $0.element.uid, last: last) }
      .map { ($0.offset, $0.element) }
  }

  private static func holds(_ set: String, _ uid: UInt32, last: UInt32) -> Bool {
    set.split(separator: ",").contains { part in
      let ends = part.split(separator: ":").map { $0 == "*" ? last : UInt32($0) ?? 0 }
      guard let low = ends.min(), let high = ends.max() else { return false }
      return (low...high).contains(uid)
    }
  }

  static func header(_ message: Message, _ names: Set<String>?) -> [UInt8] {
    var result: [UInt8] = []
    var keeps = false
    for line in message.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = line.last == 0x0D ? line.dropLast() : line
      if text.isEmpty { break }
      if text.first != 0x20, text.first != 0x09 {
        let name = String(decoding: text.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
          .lowercased()
        keeps = names?.contains(name) ?? true
      }
      if keeps { result += text + [0x0D, 0x0A] }
    }
    return result + [0x0D, 0x0A]
  }

  private static func contains(_ message: Message, _ name: String, _ wanted: String) -> Bool {
    String(decoding: header(message, [name]), as: UTF8.self).lowercased().contains(
      wanted.lowercased())
  }

  private static func day(_ text: String) -> Int64 {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "d-MMM-yyyy"
    return Int64((formatter.date(from: text)?.timeIntervalSince1970 ?? 0) / 86_400)
  }
}
