import Foundation
import HeedModel
import HeedNetwork

/// A folder as it was opened.
struct ImapFolder: Sendable, Hashable {
  /// As the server writes it.
  var name: String
  /// While this number stays, a message's own number means the same message (RFC 3501, 2.3.1.1).
  var validity: UInt32
  /// The number that the next message will have at least.
  var next: UInt32
  var count: UInt32
}

/// A message as it was fetched.
struct ImapMessage: Sendable {
  var uid: UInt32
  var size: Int = 0
  var flags: Set<String> = []
  var body: [UInt8] = []
  /// When its server took it in, by that server's clock.
  var arrivedAt: Instant?
}

extension ImapClient {
  /// Opens a folder for reading only: nothing is marked as seen.
  func examine(_ name: String) async throws -> ImapFolder {
    let done = try await ask([.text("EXAMINE "), .string(name)])
    var folder = ImapFolder(name: name, validity: 0, next: 0, count: 0)
    for response in done.untagged + [done.status] {
      let words = response.code.split(separator: " ")
      if words.count == 2, let number = UInt32(words[1]) {
        if words[0].uppercased() == "UIDVALIDITY" { folder.validity = number }
        if words[0].uppercased() == "UIDNEXT" { folder.next = number }
      }
      if response.name == "EXISTS" { folder.count = response.number ?? 0 }
    }
    if folder.next == 0 {
      // Old servers do not say it: one more than the last has.
      let last = folder.count == 0 ? [] : try await search([.text("UID *")])
      folder.next = (last.max() ?? 0) &+ 1
    }
    return folder
  }

  /// Numbers of messages, in order.
  func search(_ parts: [Part]) async throws -> [UInt32] {
    let done = try await ask([.text("UID SEARCH ")] + parts)
    return Self.numbers(in: done.untagged)
  }

  /// Of older servers a list, of those of the second revision a set (RFC 9051, 6.4.4).
  static func numbers(in answers: [ImapResponse]) -> [UInt32] {
    let listed = answers.filter { $0.name == "SEARCH" }.flatMap(\.values).compactMap(\.number)
    let sets = answers.filter { $0.name == "ESEARCH" }.compactMap { answer -> String? in
      let words = answer.values.map { $0.text ?? "" }
      return words.firstIndex { $0.uppercased() == "ALL" }.flatMap { place in
        words.indices.contains(place + 1) ? words[place + 1] : nil
      }
    }
    return (listed + sets.flatMap { numbers(of: $0) }).sorted()
  }

  /// The numbers of a set like `2,10:11`; of a server that names more than anybody has, the first million.
  static func numbers(of set: String) -> [UInt32] {
    var numbers: [UInt32] = []
    for part in set.split(separator: ",") {
      let ends = part.split(separator: ":", omittingEmptySubsequences: false).prefix(2).map {
        UInt32($0)
      }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil else { continue }
      let room = 1_000_000 - numbers.count
      guard room > 0 else { break }
      numbers += (min(first, last)...max(first, last)).prefix(room)
    }
    return numbers
  }

  /// Messages with this id, in the folder that stands open. Servers match parts of a field; whoever asks looks again.
  func search(id: String) async throws -> [UInt32] {
    try await search([.text("HEADER MESSAGE-ID "), .string(id)])
  }

  func sizes(of set: String) async throws -> [ImapMessage] {
    try await fetch(set, "(UID RFC822.SIZE FLAGS)", room: 0)
  }

  /// The first `limit` bytes of each.
  func bodies(of uids: [UInt32], limit: Int) async throws -> [ImapMessage] {
    guard !uids.isEmpty else { return [] }
    return try await fetch(Self.set(uids), Self.body(limit), room: uids.count * (limit + 4096))
  }

  /// The same, and which of them the server has and cannot hand out: its copy is spoilt, or it stumbles over what is in
  /// it. One such mail must not stand in front of all others for good.
  /// - Throws: `NetworkError` for what is no fault of a single mail; so it is taken where three in a row do not come, and
  ///   nothing else does.
  func readable(
    _ uids: [UInt32], limit: Int
  ) async throws -> (messages: [ImapMessage], unread: [UInt32]) {
    guard !uids.isEmpty else { return ([], []) }
    let (came, status) = try await attempt(
      Self.set(uids), Self.body(limit), room: uids.count * (limit + 4096))
    // Some say that all is well and leave a message out, or give nothing for its words. What nobody asked for is nothing
    // that came.
    let asked = Set(uids)
    var messages = came.filter { !$0.body.isEmpty && asked.contains($0.uid) }
    if status.name != "OK" { _ = try faultOfOne(status) }
    var unread: [UInt32] = []
    let known = Set(messages.map(\.uid))
    for uid in uids where !known.contains(uid) {
      let (one, status) = try await attempt(Self.set([uid]), Self.body(limit), room: limit + 4096)
      let came = one.filter { $0.uid == uid && !$0.body.isEmpty }
      messages += came
      if came.isEmpty { unread.append(uid) }
      guard status.name != "OK" else { continue }
      let fault = try faultOfOne(status)
      guard !messages.isEmpty || unread.count < 3 else { throw fault }
    }
    return (messages.sorted { $0.uid < $1.uid }, unread)
  }

  /// - Throws: what speaks of us, and not of what was asked for.
  private func faultOfOne(_ status: ImapResponse) throws -> NetworkError {
    let fault = MailFault.refused(host, status)
    guard fault.kind == .temporary || fault.kind == .refused else { throw fault }
    return fault
  }

  private static func set(_ uids: [UInt32]) -> String {
    uids.map(String.init).joined(separator: ",")
  }

  private static func body(_ limit: Int) -> String { "(UID INTERNALDATE BODY.PEEK[]<0.\(limit)>)" }

  /// Some header fields of each.
  func headers(of uids: [UInt32], _ names: [String]) async throws -> [ImapMessage] {
    guard !uids.isEmpty else { return [] }
    return try await fetch(
      uids.map(String.init).joined(separator: ","),
      "(UID BODY.PEEK[HEADER.FIELDS (\(names.joined(separator: " ")))])", room: uids.count * 4096)
  }

  private func fetch(_ set: String, _ items: String, room: Int) async throws -> [ImapMessage] {
    let (messages, status) = try await attempt(set, items, room: room)
    guard status.name == "OK" else { throw MailFault.refused(host, status) }
    return messages
  }

  /// What came, whatever the server says in the end.
  private func attempt(
    _ set: String, _ items: String, room: Int
  ) async throws -> (messages: [ImapMessage], status: ImapResponse) {
    let done = try await command([.text("UID FETCH \(set) \(items)")], room: room)
    var messages: [UInt32: ImapMessage] = [:]
    // What a server tells by the way of other messages has no number of its own, and is passed over.
    for response in done.untagged where response.name == "FETCH" {
      guard let values = response.values.first?.items else { continue }
      var message = ImapMessage(uid: 0)
      var hasUID = false
      for (key, value) in Self.pairs(values) {
        switch key {
        case "UID":
          message.uid = value.number ?? 0
          hasUID = message.uid > 0
        case "RFC822.SIZE": message.size = value.number.map(Int.init) ?? 0
        case "FLAGS": message.flags = Set((value.items ?? []).compactMap { $0.text?.lowercased() })
        case "INTERNALDATE": message.arrivedAt = value.text.flatMap(Self.arrival)
        case _ where key.hasPrefix("BODY["): message.body = value.bytes ?? []
        default: continue
        }
      }
      guard hasUID else { continue }
      // Flags that change meanwhile come as an answer of their own.
      if let known = messages[message.uid], message.body.isEmpty, message.size == 0 {
        messages[message.uid] = known
      } else {
        messages[message.uid] = message
      }
    }
    return (messages.values.sorted { $0.uid < $1.uid }, done.status)
  }

  /// `17-Jul-1996 02:44:25 -0700` (RFC 9051, 9, date-time): a date of a mail but for its dashes.
  private static func arrival(_ text: String) -> Instant? {
    let halves = text.trimmingPrefix(" ").split(separator: " ", maxSplits: 1)
    guard halves.count == 2, text.utf8.count < 40 else { return nil }
    return EnvelopeReader.date(halves[0].replacing("-", with: " ") + " " + halves[1])
  }

  private static func pairs(_ values: [ImapValue]) -> [(String, ImapValue)] {
    stride(from: 0, to: values.count - 1, by: 2).compactMap { index in
      values[index].text.map { ($0.uppercased(), values[index + 1]) }
    }
  }

  /// The folder of what was sent, by its mark (RFC 6154) or by what it is customarily called; `nil` where there is none.
  func sentFolder() async throws -> String? {
    let done = try await ask("LIST \"\" \"*\"")
    var named: [String: String] = [:]
    for response in done.untagged.prefix(5_000) where response.name == "LIST" {
      guard response.values.count >= 3, let name = response.values[2].text else { continue }
      let marks = (response.values[0].items ?? []).compactMap { $0.text?.lowercased() }
      if marks.contains("\\sent") { return name }
      if marks.contains("\\noselect") || marks.contains("\\nonexistent") { continue }
      let last =
        name.split(whereSeparator: { $0 == "/" || $0 == "." }).last.map(String.init) ?? name
      named[last.lowercased()] = named[last.lowercased()] ?? name
    }
    return Self.sentNames.lazy.compactMap { named[$0] }.first
  }

  private static let sentNames = [
    "sent", "sent items", "sent messages", "sent mail", "sent-mail", "gesendet",
    "gesendete objekte",
    "gesendete elemente", "gesendete nachrichten", "enviados", "elementos enviados",
    "itens enviados",
    "envoy&aok-s", "messages envoy&aok-s", "&amk-l&aok-ments envoy&aok-s", "inviata",
    "posta inviata",
    "verzonden", "verzonden items", "skickat", "skickade objekt", "sendt", "sendte elementer",
    "wys&auia-ane",
    "elementy wys&auia-ane", "odeslan&aok-", "&bb4eqgq,beaeowqyba8-", "&xehgxz-",
    "g&apy-nderilmi&awm-",
  ]

  /// Puts a message into a folder, as seen.
  func append(_ message: [UInt8], to folder: String) async throws {
    try await ask([.text("APPEND "), .string(folder), .text(" (\\Seen) "), .literal(message)])
  }
}
