import Foundation
import HeedModel
import HeedNetwork

/// Finds what a mail answers.
///
/// Most say it by id (RFC 5322, 3.6.4). Some servers put another id into our mails after they left (Outlook.com,
/// Amazon SES), so that answers name one that nobody knows: then an earlier one of the thread is taken. Some programs
/// say nothing: then Outlook's own index, and after it the subject among the same people within a month.
struct ParentFinder {
  /// How far back a mail without ids looks for its thread.
  static let reach = Duration.days(30)

  private(set) var client: ImapClient
  let folders: [String]
  let ours: Set<String>
  /// Ids heard in this pass.
  var known: Set<String> = []
  /// Searches that may still be asked.
  var budget: Int
  private var open: String?

  init(client: ImapClient, folders: [String], ours: Set<String>, budget: Int, open: String?) {
    self.client = client
    self.folders = folders
    self.ours = ours
    self.budget = budget
    self.open = open
  }

  /// Asks on another connection from now on.
  mutating func goOn(with client: ImapClient, open: String) {
    self.client = client
    self.open = open
  }

  /// What a mail says by itself, without asking anybody.
  static func said(by mail: MailMessage) -> RemoteID? {
    if let about = mail.report?.about, about != mail.messageID { return RemoteID(about) }
    return chain(of: mail).last.map { RemoteID($0) }
  }

  mutating func parent(of mail: MailMessage) async throws -> RemoteID? {
    if let about = mail.report?.about, about != mail.messageID { return RemoteID(about) }
    let chain = Self.chain(of: mail)
    if let nearest = chain.last {
      guard chain.count > 1, !known.contains(nearest) else { return RemoteID(nearest) }
      // One that we have, else the one that it names.
      for id in chain.suffix(4).reversed() {
        if known.contains(id) { return RemoteID(id) }
        guard budget > 0 else { break }
        if try await has(id) { return RemoteID(id) }
      }
      return RemoteID(nearest)
    }
    if let found = try await byIndex(mail) { return found }
    return try await bySubject(mail)
  }

  /// Ids from the first mail of the thread to what is answered; never the mail's own.
  static func chain(of mail: MailMessage) -> [String] {
    var chain: [String] = []
    // `In-Reply-To` may hold several, or what an old program made of a name and a day; the first is what is answered.
    for id in mail.references + mail.inReplyTo.prefix(1) where id != mail.messageID {
      chain.removeAll { $0 == id }
      chain.append(id)
    }
    return chain
  }

  private mutating func has(_ id: String) async throws -> Bool {
    for folder in folders {
      if try await !search(folder, [.text("HEADER MESSAGE-ID "), .string(id)]).isEmpty {
        known.insert(id)
        return true
      }
    }
    return false
  }

  /// Outlook's `Thread-Index`: 22 bytes for the thread and 5 for each answer below it (MS-OXOMSG, 2.2.1.3).
  private mutating func byIndex(_ mail: MailMessage) async throws -> RemoteID? {
    guard let index = mail.headers["thread-index"],
      let bytes = Data(base64Encoded: index.filter { !$0.isWhitespace }), bytes.count >= 27
    else { return nil }
    // Three bytes are four letters: 21 of the 22 stand in the first 28 letters whatever follows.
    let start = String(bytes.prefix(21).base64EncodedString())
    return try await newest(
      before: mail, among: [.text("HEADER THREAD-INDEX "), .string(start)]
    ) { other in
      guard let its = other.headers["thread-index"].flatMap({ Data(base64Encoded: $0) }) else {
        return false
      }
      return its.count < bytes.count && bytes.starts(with: its)
    }
  }

  /// Only what says that it answers, only among the same people, only within a month.
  private mutating func bySubject(_ mail: MailMessage) async throws -> RemoteID? {
    let core = Subject.core(mail.subject)
    guard Subject.isReply(mail.subject), core.count >= 4, mail.report == nil else { return nil }
    let people = Self.people(of: mail).subtracting(ours)
    guard !people.isEmpty else { return nil }
    let ascii = core.utf8.allSatisfy { $0 < 0x80 }
    return try await newest(
      before: mail, among: [.text(ascii ? "SUBJECT " : "CHARSET UTF-8 SUBJECT "), .string(core)]
    ) { other in
      Subject.core(other.subject).lowercased() == core.lowercased()
        && !Self.people(of: other).isDisjoint(with: people)
    }
  }

  private static func people(of mail: MailMessage) -> Set<String> {
    Set((mail.from + mail.to + mail.cc).map { MailAddress.key($0.address) })
  }

  private mutating func newest(
    before mail: MailMessage, among criteria: [ImapClient.Part],
    where fits: (MailMessage) -> Bool
  ) async throws -> RemoteID? {
    guard budget > 0, let date = mail.date else { return nil }
    let since = ImapDate.text(date - Self.reach)
    var best: (date: Instant, id: String)?
    for folder in folders {
      let uids = try await search(folder, criteria + [.text(" SINCE \(since)")])
      let names = [
        "Message-ID", "Subject", "Date", "From", "To", "Cc", "Thread-Index",
      ]
      for found in try await client.headers(of: Array(uids.suffix(20)), names) {
        let other = MimeReader().read(found.body)
        guard let id = other.messageID, id != mail.messageID, let at = other.date, at < date,
          fits(other)
        else { continue }
        if best == nil || at > best?.date ?? at { best = (at, id) }
      }
    }
    return best.map { RemoteID($0.id) }
  }

  private mutating func search(
    _ folder: String, _ criteria: [ImapClient.Part]
  ) async throws -> [UInt32] {
    guard budget > 0 else { return [] }
    budget -= 1
    if open != folder {
      _ = try await client.examine(folder)
      open = folder
    }
    do {
      return try await client.search(criteria)
    } catch let error as NetworkError where error.kind == .refused {
      // A server that cannot search for this finds nothing.
      return []
    }
  }
}

/// Days as IMAP writes them.
enum ImapDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func text(_ instant: Instant) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    let parts = calendar.dateComponents([.day, .month, .year], from: date)
    return
      "\(parts.day ?? 1)-\(months[max(0, min(11, (parts.month ?? 1) - 1))])-\(parts.year ?? 1970)"
  }
}
