import HeedModel

/// What a mail is that no person wrote to us, and that is not answered: an answer to it would reach a machine that may
/// answer again, or hundreds of people.
enum Automatic: Sendable, Hashable {
  /// A machine answers: out of office, ticket opened (RFC 3834).
  case reply
  /// A mail server tells what became of a mail of ours.
  case report
  /// A list, a newsletter: many get the same.
  case list
  /// Any other machine.
  case notice

  /// - Parameter ours: addresses of ours in lower case: a list of that address is how our own mail reaches us.
  static func of(_ mail: MailMessage, ours: Set<String>) -> Automatic? {
    let headers = mail.headers
    let sender = mail.from.first.map { MailAddress.key($0.address) } ?? ""
    let path = headers["return-path"]?.filter { !$0.isWhitespace }
    if let report = mail.report, mail.type == "multipart/report" {
      return isOfTrouble(report) ? .report : .notice
    }
    if sender.hasPrefix("mailer-daemon@") || sender == "mailer-daemon" { return .report }
    if isPostmaster(sender), path == "<>" || sender.isEmpty { return .report }
    if headers.has("x-failed-recipients") { return .report }
    if isList(headers, ours) || isBulk(mail, sender, ours) { return .list }
    if let word = headers["auto-submitted"]?.lowercased(), !word.hasPrefix("no"), !word.isEmpty {
      if word.hasPrefix("auto-replied") { return .reply }
      return speaksForSomebody(mail, sender) ? nil : .notice
    }
    // Before there was a rule, each program had a field of its own.
    for field in [
      "x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply-from", "x-mail-autoreply",
    ]
    where headers.has(field) {
      return .reply
    }
    if ["auto_reply", "auto-reply"].contains(headers["precedence"]?.lowercased()) { return .reply }
    if let word = headers["x-loop"], !word.isEmpty, path == "<>" { return .reply }
    if path == "<>" { return .reply }
    // Nothing is meant to come back to these.
    if isSilent(sender), !speaksForSomebody(mail, sender) { return .notice }
    return nil
  }

  /// Somebody has to know that a mail did not arrive, or waits (RFC 3464, 2.3.3). That one arrived, was opened (RFC 8098)
  /// or was called unwanted (RFC 5965) is kept beside it, and nobody waits for an answer.
  private static func isOfTrouble(_ report: MailMessage.Report) -> Bool {
    switch report.kind {
    case "delivery-status", "":
      !["delivered", "relayed", "expanded"].contains(report.action)
    default: false
    }
  }

  /// A form on a page writes for a person, and names them as the one to answer.
  private static func speaksForSomebody(_ mail: MailMessage, _ sender: String) -> Bool {
    guard let to = mail.replyTo.first.map({ MailAddress.key($0.address) }) else { return false }
    return to != sender && MailAddress.isUsable(to) && !isSilent(to)
  }

  private static func isSilent(_ address: String) -> Bool {
    silent.contains { address.hasPrefix($0) }
  }

  /// `X-Auto-Response-Suppress` is for machines that answer; what a person answers it does not forbid, so it is no sign
  /// of its own (MS-OXCMAIL, 2.2.3.2.14).
  private static func isList(_ headers: MailHeaders, _ ours: Set<String>) -> Bool {
    if isOurGroup(headers, ours) { return false }
    if ["list-id", "list-post", "mailing-list", "x-mailing-list"].contains(where: headers.has) {
      return true
    }
    return ["list", "bulk", "junk"].contains(headers["precedence"]?.lowercased())
  }

  /// A way to unsubscribe is put on letters of single people, too, by the programs that carry them. One press that does it
  /// stands on what goes to many (RFC 8058), unless it names somebody as the one to answer, or answers us.
  private static func isBulk(_ mail: MailMessage, _ sender: String, _ ours: Set<String>) -> Bool {
    let headers = mail.headers
    guard headers.has("list-unsubscribe"), headers.has("list-unsubscribe-post") else {
      return false
    }
    return !isOurGroup(headers, ours) && !speaksForSomebody(mail, sender) && mail.inReplyTo.isEmpty
  }

  /// A group of our own through which people write to us: its address is ours.
  private static func isOurGroup(_ headers: MailHeaders, _ ours: Set<String>) -> Bool {
    let names = (headers["list-post"] ?? "") + " " + (headers["list-id"] ?? "")
    let lower = names.lowercased()
    return ours.contains {
      lower.contains($0) || lower.contains($0.replacing("@", with: "."))
    }
  }

  private static func isPostmaster(_ address: String) -> Bool {
    address.hasPrefix("mailer-daemon@") || address.hasPrefix("postmaster@")
      || address == "mailer-daemon"
  }

  private static let silent = [
    "no-reply@", "noreply@", "no_reply@", "donotreply@", "do-not-reply@", "do_not_reply@",
    "nicht-antworten@",
    "noreply-", "no-reply-", "noreply+", "no-reply+", "bounce@", "bounces@", "bounce+", "bounces+",
  ]

  /// Why it is not answered.
  var refusal: Message {
    switch self {
    case .reply:
      "This is an automatic reply. An answer would reach a machine, so it was not sent. Your text is kept."
    case .report:
      """
      This is a mail server's report about a mail of yours. Nobody reads what is answered to it, so it was not sent. \
      Your text is kept.
      """
    case .list:
      """
      This came through a mailing list, or went to many. An answer might reach all of them, so it was not sent. \
      Your text is kept.
      """
    case .notice:
      "A program sent this, and it reads no answers. Yours was not sent; your text is kept."
    }
  }
}
