public import HeedModel
public import HeedNetwork

extension MailNetwork: LetterSending {
  public func person(at address: String) -> RemoteID? {
    let canonical = MailAddress.canonical(address)
    guard MailAddress.isUsable(canonical) else { return nil }
    return RemoteIDs.person(canonical)
  }

  /// One mail that answers none. No copy is kept among what was sent: its link is nobody else's to read.
  public func send(_ letter: ProofLetter, as account: AccountAccess) async throws {
    let mailbox = try mailbox(account)
    let to = MailAddress.canonical(letter.to)
    guard MailAddress.isUsable(to) else {
      throw NetworkError(.refused, "That is no mail address.", certainlyNotSent: true)
    }
    let written = MailAddress.plain(to)
    let mail = MailComposer.Letter(
      id: RemoteIDs.ours(key: "proof-" + letter.key, address: mailbox.address),
      from: .init(name: letter.organisation ?? mailbox.name, address: mailbox.written),
      to: .init(name: "", address: written), subject: letter.subject, inReplyTo: nil,
      references: [],
      text: letter.text, language: letter.language, at: clock.now())
    let server = try await SmtpClient.open(
      mailbox.outgoing, as: mailbox.secret, name: MailAddress.domain(mailbox.written),
      through: connections)
    do {
      try await server.send(MailComposer().compose(mail), from: mailbox.written, to: [written])
    } catch {
      server.close()
      throw error
    }
    await server.leave()
  }
}
