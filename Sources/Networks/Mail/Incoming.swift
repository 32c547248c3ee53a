import HeedModel
import HeedNetwork

/// Turns a mail into the desk's own shapes. Nothing is asked of anybody here.
struct Incoming: Sendable {
  /// Our own addresses, in lower case.
  let ours: Set<String>
  /// The folder of what was sent: what stands there is ours; what stands elsewhere only says so.
  let isSent: Bool
  let now: Instant

  /// - Parameter parent: resolved by the caller, who may have to ask for it.
  func post(
    _ mail: MailMessage, id: RemoteID, local: String?, parent: RemoteID?,
    arrivedAt: Instant? = nil
  ) -> RemotePost {
    let automatic = Automatic.of(mail, ours: ours)
    let author = author(of: mail, automatic)
    let text = automatic == .report ? report(of: mail) : SaidText.text(of: mail)
    return RemotePost(
      reference: RemoteReference(remoteID: id, local: local), author: author,
      publishedAt: published(mail, arrivedAt), parent: parent,
      toUs: !isSent && speaksToUs(automatic),
      visibility: .private, title: Self.title(mail.subject),
      warning: mail.wasCut
        ? "Only its beginning: the rest of this mail stands in the mailbox." : nil,
      text: text, media: media(of: mail),
      language: LanguageTag.read(mail.headers["content-language"]),
      mentions: mentions(in: mail), isUnchangeable: true, besides: RemoteIDs.besides(mail))
  }

  /// A person's mail does, and so does the report that ours did not arrive. Other machines and lists are kept beside
  /// what they belong to, and nobody has to answer them.
  private func speaksToUs(_ automatic: Automatic?) -> Bool {
    automatic == nil || automatic == .report
  }

  private func published(_ mail: MailMessage, _ arrivedAt: Instant?) -> Instant {
    guard let arrivedAt else { return min(mail.date ?? now, now) }
    return ClaimedTime.believed(mail.date, cameAt: arrivedAt, now: now)
  }

  private func author(of mail: MailMessage, _ automatic: Automatic?) -> RemoteHandle {
    // Whatever name or alias it went out under: our own handle keeps its name.
    if isSent, let me = ours.first {
      return RemoteHandle(remoteID: RemoteIDs.person(me), address: me, name: "")
    }
    // A form writes from an address of its own, and names whoever filled it in.
    let form = mail.headers.has("auto-submitted") || mail.from.isEmpty
    let from =
      (form && automatic == nil ? mail.replyTo.first : nil) ?? mail.from.first ?? mail.sender.first
      ?? mail.replyTo.first
    let address = from.map { $0.address.isEmpty ? $0.name : $0.address } ?? "unknown"
    let isOurs = ours.contains(MailAddress.key(address))
    let remoteID =
      automatic != nil
      ? RemoteIDs.machine(address)
      : isOurs ? RemoteIDs.pretender(address) : RemoteIDs.person(address)
    return RemoteHandle(
      remoteID: remoteID, address: MailAddress.canonical(address),
      name: String((from?.name ?? "").prefix(200)), isBot: automatic != nil)
  }

  private func mentions(in mail: MailMessage) -> [RemoteID] {
    // To whom it went besides, so that a thread knows who is in it; our own addresses say that it speaks to us, which
    // the folder says already.
    let others = (mail.to + mail.cc).map(\.address).filter { address in
      MailAddress.isUsable(address) && !ours.contains(MailAddress.key(address))
    }
    var seen: Set<RemoteID> = []
    return others.prefix(50).map(RemoteIDs.person).filter { seen.insert($0).inserted }
  }

  /// What hangs on a mail is told, and got only when somebody wants it.
  private func media(of mail: MailMessage) -> [Media] {
    guard let id = RemoteIDs.besides(mail)?.rawValue else { return [] }
    // Also pictures: what strangers send is never shown within a page, it is a file that somebody chooses to open.
    return mail.attachments.prefix(20).map { attachment in
      Media(
        kind: .file, address: RemoteIDs.Attached(mail: id, index: attachment.index).address,
        alternative: attachment.name, type: attachment.type)
    }
  }

  /// What a server says of a mail of ours, in its own words below a line that a person understands.
  private func report(of mail: MailMessage) -> RichText {
    let said = SaidText.text(of: mail)
    guard let report = mail.report, !report.recipient.isEmpty || !report.reason.isEmpty else {
      return said
    }
    let facts = [report.recipient, report.action, report.reason].filter { !$0.isEmpty }
    return RichText([.paragraph([.strong([.text(facts.joined(separator: " · "))])])] + said.blocks)
      .normalised
  }

  private static func title(_ subject: String) -> String? {
    subject.isEmpty ? nil : String(subject.prefix(500))
  }
}

/// What a subject is about, without the marks that programs put before it.
enum Subject {
  /// Whether it says that it answers something.
  static func isReply(_ subject: String) -> Bool {
    core(subject).count < subject.trimmed.count && !forwards.contains(mark(subject))
  }

  static func isForward(_ subject: String) -> Bool { forwards.contains(mark(subject)) }

  /// `Re: AW: [Shop] Bell` is `[Shop] Bell`.
  static func core(_ subject: String) -> String {
    var rest = subject.trimmed
    for _ in 0..<20 {
      let word = mark(rest)
      guard !word.isEmpty, replies.contains(word) || forwards.contains(word),
        let colon = rest.firstIndex(where: { $0 == ":" || $0 == "：" })
      else { break }
      rest = rest[rest.index(after: colon)...].trimmed
    }
    return rest
  }

  /// The word before the first colon, in lower case, without the number that some put behind it (`Re[2]:`).
  private static func mark(_ subject: String) -> String {
    guard let colon = subject.firstIndex(where: { $0 == ":" || $0 == "：" }),
      subject.distance(from: subject.startIndex, to: colon) <= 12
    else { return "" }
    let word = subject[..<colon].prefix { $0 != "[" && $0 != "(" && $0 != "^" }
    return word.trimmed.lowercased()
  }

  private static let replies: Set<String> = [
    "re", "aw", "antw", "antwort", "sv", "vs", "vá", "odp", "ynt", "yan", "ref", "res", "rif", "r",
    "atb", "回复", "回覆",
    "答复", "答覆", "返信", "답장", "회신", "απ", "σχετ", "ответ", "на", "відп", "atbilde", "odgovor", "re.",
    "ré", "rép", "bls",
  ]
  private static let forwards: Set<String> = [
    "fw", "fwd", "wg", "tr", "rv", "enc", "i", "vb", "doorst", "vl", "továbbítás", "pd", "ilt",
    "转发", "轉寄", "転送", "전달",
    "пересл", "fs", "vidarebefordrat", "prosl", "πρθ",
  ]
}
