import Foundation
import HeedModel
public import HeedNetwork

extension MailNetwork: Answering {
  /// Sends one reply to whoever wrote, and keeps a copy among what was sent.
  ///
  /// No mail server checks ids, so none honours the key. What is cut off after the final dot is in doubt, and stays so
  /// unless the copy is found.
  public func send(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Sent {
    let (mailbox, client) = try await beforeSending { try await enter(account) }
    let id = RemoteIDs.ours(key: message.key, address: mailbox.address)
    defer { client.drop() }
    let (bytes, to) = try await beforeSending { () async throws -> ([UInt8], String) in
      let letter = try await letter(message, id: id, from: mailbox, client)
      return (MailComposer().compose(letter), letter.to.address)
    }
    let server = try await SmtpClient.open(
      mailbox.outgoing, as: mailbox.secret, name: MailAddress.domain(mailbox.written),
      through: connections)
    do {
      try await server.send(bytes, from: mailbox.written, to: [to])
    } catch {
      server.close()
      throw error
    }
    await server.leave()
    // It is out: what becomes of the copy changes nothing about that.
    await keepCopy(bytes, id: id, client)
    return Sent(reference: RemoteReference(remoteID: RemoteID(id)), at: clock.now())
  }

  /// Among what was sent stands only what its server took. That it is not there means nothing: a crash may have come
  /// between the sending and the copy.
  public func find(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Found {
    try await with(account) { mailbox, client in
      let id = RemoteIDs.ours(key: message.key, address: mailbox.address)
      guard let sent = try await client.sentFolder() else { return .cannotTell }
      _ = try await client.examine(sent)
      let uids = try await client.search(id: id)
      for found in try await client.headers(of: Array(uids.suffix(20)), ["Message-ID", "Date"]) {
        let mail = MimeReader().read(found.body)
        guard mail.messageID == id else { continue }
        return .there(
          Sent(reference: RemoteReference(remoteID: RemoteID(id)), at: mail.date ?? clock.now()))
      }
      return .cannotTell
    }
  }

  private func letter(
    _ message: OutgoingMessage, id: String, from mailbox: Mailbox, _ client: ImapClient
  ) async throws -> MailComposer.Letter {
    guard let parent = message.inReplyTo else {
      throw NetworkError(
        .refused, "A mail from here answers somebody who wrote. Your text is kept.")
    }
    guard let original = try await original(of: parent, client) else {
      throw NetworkError(
        .gone,
        """
        What you answer is no longer in the mailbox: it was deleted there, or moved where the desk does not look. \
        Your text is kept.
        """)
    }
    let ours = ours(mailbox)
    if let automatic = Automatic.of(original, ours: ours) {
      throw NetworkError(.refused, automatic.refusal)
    }
    guard let to = Self.recipient(of: original, ours: ours) else {
      throw NetworkError(
        .refused, "This mail names nobody to whom an answer could go. Your text is kept.")
    }
    var plain = to
    plain.address = MailAddress.plain(to.address)
    return MailComposer.Letter(
      id: id,
      from: .init(
        name: OutgoingWords.sender(message.speaker, of: message.organisation ?? mailbox.name),
        address: mailbox.written),
      to: plain, subject: OutgoingWords.subject(original.subject),
      inReplyTo: original.messageID.flatMap { $0.utf8.allSatisfy { $0 < 0x80 } ? $0 : nil },
      references: Self.references(original), text: message.text,
      language: message.language, at: clock.now(), quoted: quote(original, message.language),
      pictures: try pictures(message))
  }

  /// Whoever wrote it; below a mail of ours, whoever that one was written to.
  private static func recipient(of original: MailMessage, ours: Set<String>)
    -> MailMessage.Address?
  {
    let isOurs = original.from.contains { ours.contains(MailAddress.key($0.address)) }
    return (original.replyTo + original.from + (isOurs ? original.to : []) + original.sender)
      .first {
        MailAddress.isUsable($0.address) && !ours.contains(MailAddress.key($0.address))
      }
  }

  private func pictures(_ message: OutgoingMessage) throws -> [PicturePart] {
    try message.enclosed.map { medium in
      guard let picture = PicturePart(medium) else {
        throw NetworkError(.refused, "Only pictures can be sent in a mail. Your text is kept.")
      }
      return picture
    }
  }

  /// The thread so far: its first mail, and the nearest ones (RFC 5322, 3.6.4).
  static func references(_ original: MailMessage) -> [String] {
    var chain =
      original.references.isEmpty ? Array(original.inReplyTo.prefix(1)) : original.references
    chain.removeAll { $0 == original.messageID }
    if let id = original.messageID { chain.append(id) }
    // Ids beyond ASCII cannot stand in a header that every server takes.
    chain = chain.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    return chain.count > 20 ? [chain[0]] + chain.suffix(19) : chain
  }

  /// What they newly said, not the whole thread again.
  private func quote(
    _ original: MailMessage, _ language: String?
  ) -> (introduction: String, text: RichText)? {
    let said = SaidText.text(of: original)
    guard !said.isEmpty, said.plain.utf8.count <= 50_000 else { return nil }
    let who = original.from.first.map { $0.name.isEmpty ? $0.address : $0.name } ?? ""
    return (
      OutgoingWords.introduction(who: who, at: original.date ?? clock.now(), language: language),
      said
    )
  }

  /// The mail at its place, else wherever it is now.
  func original(
    of reference: RemoteReference, _ client: ImapClient
  ) async throws -> MailMessage? {
    guard let raw = try await raw(of: reference, client, limit: pace.wholeBytes) else { return nil }
    let mail = MimeReader().read(raw)
    // Should its head read differently within the whole, nobody is answered by it.
    let mark = Self.mark(of: reference)
    return mark == nil || RemoteIDs.mark(mail) == mark ? mail : nil
  }

  /// Anybody may write a mail with the id of another: what is answered is the very one that was heard.
  private static func mark(of reference: RemoteReference) -> String? {
    RemoteIDs.parts(of: reference.remoteID).mark ?? RemoteIDs.Place(reference.local)?.mark
  }

  func raw(
    of reference: RemoteReference, _ client: ImapClient, limit: Int
  ) async throws -> [UInt8]? {
    let place = RemoteIDs.Place(reference.local)
    let wanted = RemoteIDs.parts(of: reference.remoteID)
    let mark = Self.mark(of: reference)
    func isWanted(_ raw: [UInt8]) -> Bool {
      // Its head tells; what hangs on it is taken apart only once it is the one.
      let mail = MimeReader().head(raw)
      let id = RemoteIDs.post(mail, raw: raw)
      return (id.rawValue == wanted.id || id == reference.remoteID)
        && (mark == nil || RemoteIDs.mark(mail) == mark)
    }
    if let place {
      let folder = try? await client.examine(place.folder)
      if folder?.validity == place.validity,
        let found = try await client.bodies(of: [place.uid], limit: limit).first,
        isWanted(found.body)
      {
        return found.body
      }
    }
    guard !wanted.id.hasPrefix("without-id:") else { return nil }
    for folder in try await client.placesOfMail() {
      guard (try? await client.examine(folder)) != nil else { continue }
      let uids = try await client.search(id: wanted.id)
      // Its headers tell; of many with one id, all are looked at before any is read whole.
      for found in try await client.headers(of: Array(uids.suffix(200)), Self.marking)
      where isWanted(found.body) {
        if let whole = try await client.bodies(of: [found.uid], limit: limit).first {
          return whole.body
        }
      }
    }
    return nil
  }

  /// What a mail is known by.
  private static let marking = ["Message-ID", "From", "Sender", "Reply-To", "Date", "Subject"]

  /// Puts our mail among what was sent, unless the server did so by itself.
  private func keepCopy(_ bytes: [UInt8], id: String, _ client: ImapClient) async {
    do {
      // Gmail keeps what it sends.
      guard await !client.has("X-GM-EXT-1"), let sent = try await client.sentFolder() else {
        return
      }
      _ = try await client.examine(sent)
      guard try await client.search(id: id).isEmpty else { return }
      try await client.append(bytes, to: sent)
    } catch {
      // Without a copy the desk still has its own record of what was said.
      return
    }
  }
}

extension ImapClient {
  /// Ends it from where nobody can wait.
  nonisolated func drop() {
    // Closing only tells the other side; there is nothing to wait for.
    Task { await close() }
  }

  /// Where a mail may be: where it came, what was sent, and where people put what is done.
  func placesOfMail() async throws -> [String] {
    let done = try await ask("LIST \"\" \"*\"")
    var places = ["INBOX"]
    for response in done.untagged.prefix(5_000) where response.name == "LIST" {
      guard response.values.count >= 3, let name = response.values[2].text else { continue }
      let marks = Set((response.values[0].items ?? []).compactMap { $0.text?.lowercased() })
      let last = name.split(whereSeparator: { $0 == "/" || $0 == "." }).last?.lowercased() ?? ""
      let isOne =
        !marks.isDisjoint(with: ["\\all", "\\archive", "\\sent"])
        || ["archive", "archives", "archiv", "done", "all mail"].contains(last)
      if isOne, !places.contains(name) { places.append(name) }
    }
    if let sent = try await sentFolder(), !places.contains(sent) { places.append(sent) }
    return Array(places.prefix(8))
  }
}

extension MailNetwork: MediaGiving {
  private static let mostBytes = 30 << 20

  /// What hangs on a mail, got from the mailbox when somebody wants it.
  public func medium(at address: String, as account: AccountAccess?) async throws -> [UInt8]? {
    guard let attached = RemoteIDs.Attached(address) else { return nil }
    return try await with(account) { _, client in
      guard
        let raw = try await raw(
          of: RemoteReference(remoteID: RemoteID(attached.mail)), client, limit: Self.mostBytes)
      else { throw NetworkError(.gone, "This mail is no longer in the mailbox.") }
      var reader = MimeReader()
      reader.limits.bytes = Self.mostBytes
      guard let found = reader.attachment(attached.index, in: raw, limit: 10 << 20) else {
        throw NetworkError(
          .gone, "This file is not in the mail any more, or it is larger than 10 MB.")
      }
      return found.bytes
    }
  }
}
