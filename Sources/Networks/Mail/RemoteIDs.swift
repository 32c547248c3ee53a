import HeedModel

/// How mail names things.
enum RemoteIDs {
  /// A mail: its own id, the same in every mailbox that it is in. One without an id is known by what it says.
  static func post(_ mail: MailMessage, raw: [UInt8]) -> RemoteID {
    if let id = mail.messageID { return RemoteID(id) }
    return RemoteID("without-id:" + Digest.hex(raw).prefix(40))
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
      "heed.\(isSafe ? key : String(Digest.hex(key).prefix(40)))@\(MailAddress.domain(address))"
  }

  /// Where a mail stood in its mailbox: `12:345:INBOX`, with the folder's validity first.
  struct Place: Sendable, Hashable {
    var validity: UInt32
    var uid: UInt32
    var folder: String

    init(validity: UInt32, uid: UInt32, folder: String) {
      self.validity = validity
      self.uid = uid
      self.folder = folder
    }

    init?(_ text: String?) {
      guard let parts = text?.split(separator: ":", maxSplits: 2), parts.count == 3,
        let validity = UInt32(parts[0]), let uid = UInt32(parts[1])
      else { return nil }
      self.init(validity: validity, uid: uid, folder: String(parts[2]))
    }

    var text: String { "\(validity):\(uid):\(folder)" }
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
