import HeedModel

/// How mail names things.
enum RemoteIDs {
  /// A mail: its own id, the same in every mailbox that it is in. One without an id is known by what it says.
  static func post(_ mail: MailMessage, raw: [UInt8]) -> RemoteID {
    if let id = mail.messageID { return RemoteID(id) }
    return RemoteID("without-id:" + Digest.hex(raw).prefix(40))
  }

  /// What a mail goes by whose own id another mail has: some programs give all of theirs the same one, and anybody may
  /// write somebody else's.
  static func besides(_ mail: MailMessage) -> RemoteID? {
    mail.messageID.map { RemoteID("\($0)#\(mark(mail))") }
  }

  /// The same for each copy of a mail, and another one for any that would be answered elsewhere.
  static func mark(_ mail: MailMessage) -> String {
    let people = [mail.from, mail.sender, mail.replyTo].map { people in
      people.map { MailAddress.key($0.address) }.joined(separator: ",")
    }
    let date = mail.headers["date"] ?? ""
    return String(Digest.hex((people + [date, mail.subject]).joined(separator: "\n")).prefix(16))
  }

  /// The id within the name of a mail, and its mark where it has one.
  static func parts(of wanted: RemoteID) -> (id: String, mark: String?) {
    guard let hash = wanted.rawValue.lastIndex(of: "#") else { return (wanted.rawValue, nil) }
    let mark = wanted.rawValue[wanted.rawValue.index(after: hash)...]
    let isMark =
      mark.utf8.count == 16
      && mark.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    return isMark ? (String(wanted.rawValue[..<hash]), String(mark)) : (wanted.rawValue, nil)
  }

  static func person(_ address: String) -> RemoteID { RemoteID(MailAddress.key(address)) }

  /// Somebody who writes under our own address, in a mail that came from outside: not us.
  static func pretender(_ address: String) -> RemoteID {
    RemoteID("unproven:" + MailAddress.key(address))
  }

  /// A machine that writes under somebody's address: an automatic reply is not the person, nor marks them as one.
  static func machine(_ address: String) -> RemoteID {
    RemoteID("machine:" + MailAddress.key(address))
  }

  /// The id of a mail of ours: made of the message's key alone, so that each attempt is the same mail.
  static func ours(key: String, address: String) -> String {
    let isSafe =
      !key.isEmpty && key.utf8.count <= 64
      && key.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 0x2D
      }
    return
      "heed.\(isSafe ? key : String(Digest.hex(key).prefix(40)))@\(MailAddress.domain(MailAddress.plain(address)))"
  }

  /// Where a mail stood in its mailbox: `12:345#9a4f…:INBOX`, with the folder's validity first and its mark behind its
  /// number.
  struct Place: Sendable, Hashable {
    var validity: UInt32
    var uid: UInt32
    var folder: String
    var mark: String?

    init(validity: UInt32, uid: UInt32, folder: String, mark: String? = nil) {
      self.validity = validity
      self.uid = uid
      self.folder = folder
      self.mark = mark
    }

    init?(_ text: String?) {
      guard let parts = text?.split(separator: ":", maxSplits: 2), parts.count == 3,
        let validity = UInt32(parts[0])
      else { return nil }
      let numbers = parts[1].split(separator: "#", maxSplits: 1)
      guard let uid = numbers.first.flatMap({ UInt32($0) }) else { return nil }
      self.init(
        validity: validity, uid: uid, folder: String(parts[2]),
        mark: numbers.count > 1 ? String(numbers[1]) : nil)
    }

    var text: String { "\(validity):\(uid)\(mark.map { "#" + $0 } ?? ""):\(folder)" }
  }

  /// The address of something that hangs on a mail (RFC 2392, with the place in the mail behind it).
  struct Attached: Sendable, Hashable {
    var mail: String
    var index: Int

    init(mail: String, index: Int) {
      self.mail = mail
      self.index = index
    }

    init?(_ address: String) {
      guard address.hasPrefix("mid:"), let slash = address.lastIndex(of: "/"),
        let index = Int(address[address.index(after: slash)...]),
        let id = MessageIDs.sane(address.dropFirst(4)[..<slash])
      else { return nil }
      self.init(mail: id, index: index)
    }

    var address: String { "mid:\(mail)/\(index)" }
  }
}
